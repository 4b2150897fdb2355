// One file for all: each file that comes later is named in what every page loads first.
export { QuestionPanel } from './asking/question-panel.tsx'
export { RoomQuestion } from './answering/room-question.tsx'
export { WallQuestion } from './on-wall/wall-question.tsx'
