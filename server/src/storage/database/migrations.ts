import { sumsTable } from './row-sums.ts'

/**
 * The tables, as steps that are run once each, in this order. A step that was released is never
 * changed: add one after it.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;

  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id)
  ) STRICT;

  CREATE TABLE links (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    role TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (session_id, role)
  ) STRICT;

  CREATE TABLE join_codes (
    code TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    expires_at INTEGER NOT NULL,
    is_current INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX join_codes_of_session ON join_codes (session_id);

  CREATE TABLE grants (
    device_hash BLOB NOT NULL,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    role TEXT NOT NULL,
    person_id TEXT,
    link_version INTEGER NOT NULL,
    PRIMARY KEY (device_hash, session_id, role)
  ) STRICT;
  CREATE INDEX grants_of_session ON grants (session_id);

  CREATE TABLE commands (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    key TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (session_id, key)
  ) STRICT;

  CREATE TABLE merges (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    applied TEXT NOT NULL,
    PRIMARY KEY (session_id, number)
  ) STRICT;

  CREATE TABLE assets (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    name TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    PRIMARY KEY (session_id, name)
  ) STRICT;

  CREATE TABLE updates (
    board_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL,
    previous BLOB NOT NULL,
    PRIMARY KEY (board_id, seq)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE moments (
    board_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    is_named INTEGER NOT NULL,
    digest BLOB NOT NULL,
    clocks BLOB NOT NULL,
    records BLOB NOT NULL,
    applied TEXT,
    PRIMARY KEY (board_id, number)
  ) STRICT;

  CREATE TABLE periods (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    is_named INTEGER NOT NULL,
    PRIMARY KEY (session_id, number)
  ) STRICT;

  CREATE TABLE marks (
    board_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    period INTEGER NOT NULL,
    clocks TEXT NOT NULL,
    PRIMARY KEY (board_id, number)
  ) STRICT;

  CREATE TABLE late_work (
    board_id TEXT NOT NULL,
    client INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX late_work_of_board ON late_work (board_id);
  `,
  sumsTable,
  `
  CREATE TABLE answers (
    key BLOB NOT NULL,
    device BLOB NOT NULL,
    is_new_device INTEGER NOT NULL,
    asked BLOB NOT NULL,
    sealed BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (key, device)
  ) STRICT;
  CREATE INDEX answers_of_device ON answers (device);
  CREATE INDEX answers_by_age ON answers (at);

  CREATE TABLE asset_sizes (
    session_id TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (session_id, name)
  ) STRICT;
  `,
  `
  CREATE TABLE IF NOT EXISTS facts (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS intents (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    intent TEXT NOT NULL
  ) STRICT;
  `,
  // What a merge or a restore did, compressed: megabytes as text, when boards are full.
  `
  ALTER TABLE merges ADD COLUMN packed BLOB;
  ALTER TABLE moments ADD COLUMN packed BLOB;
  `,
  // What a merge did to the board on which all boards of groups stand beside each other.
  `
  ALTER TABLE merges ADD COLUMN beside BLOB;
  `,
  // What happens in sessions; `sessions` holds the whole of now and then. Of sessions of before, all.
  `
  CREATE TABLE session_events (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    sequence INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session_id, sequence)
  ) STRICT;
  ALTER TABLE sessions ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE counting_sessions (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id)
  ) STRICT;
  INSERT INTO counting_sessions SELECT id FROM sessions
    WHERE json_valid(state) AND json_extract(state, '$.endedAt') IS NULL
    AND (json_extract(state, '$.position') >= 0 OR json_extract(state, '$.times.left') IS NOT NULL
      OR json_extract(state, '$.notesOnlySince') IS NOT NULL);
  `,
  // On which boards people put images. Of images of before nothing is kept: their boards tell.
  `
  CREATE TABLE image_boards (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    name TEXT NOT NULL,
    board_id TEXT NOT NULL,
    PRIMARY KEY (session_id, name, board_id)
  ) STRICT;
  `,
  // What is asked at every start, without going past all merges and all codes there ever were.
  `
  CREATE INDEX IF NOT EXISTS merges_planned ON merges (session_id, number) WHERE state = 'planned';
  CREATE INDEX IF NOT EXISTS join_codes_current ON join_codes (expires_at) WHERE is_current = 1;
  `,
  // Versions of visions in the form that was hashed, and the pictures that they name by hash.
  `
  CREATE TABLE versions (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    number TEXT NOT NULL,
    hash TEXT NOT NULL,
    at INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (session_id, number)
  ) STRICT;

  CREATE TABLE version_pictures (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (session_id, hash)
  ) STRICT;
  `,
  // Ballots, with the secret that says whose they are: both for as long as a question can be answered.
  `
  CREATE TABLE IF NOT EXISTS ballot_boxes (
    question_id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    secret BLOB NOT NULL,
    is_open INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS ballot_boxes_of_session ON ballot_boxes (session_id);
  CREATE INDEX IF NOT EXISTS ballot_boxes_closed ON ballot_boxes (session_id) WHERE is_open = 0;

  CREATE TABLE IF NOT EXISTS ballots (
    question_id TEXT NOT NULL REFERENCES ballot_boxes (question_id),
    voter BLOB NOT NULL,
    role TEXT NOT NULL,
    group_id TEXT,
    answers TEXT NOT NULL,
    PRIMARY KEY (question_id, voter)
  ) STRICT;
  `,
]
