import type { Problem } from '@stip/api'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { RequestRefusedError, UpdateLogDamagedError } from '../errors.ts'
import { problemTexts } from '../problem-texts.ts'
import type { ProblemCode } from '../problem-texts.ts'
import { describeInvalidInput } from './invalid-input.ts'

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-type',
  426: 'upgrade-required',
  429: 'too-many-requests',
}

/** After so long a turn is likely to be free. */
const BUSY_SECONDS = 5

/** Makes every error of every route a Problem, and keeps what happened inside the server inside. */
export const problems = plugin(
  async (server) => {
    server.setErrorHandler<FastifyError>((error, request, reply) =>
      answerWithProblem(error, request, reply),
    )
  },
  { name: 'problems', fastify: '5.x' },
)

/** Answers a request with what went wrong, in words that are safe to show. */
export function answerWithProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof RequestRefusedError) return refuseWith(reply, error.problem)
  if (hasZodFastifySchemaValidationErrors(error)) {
    return reply.code(400).send(describeInvalidInput(error.validation))
  }
  const code = byStatus[error.statusCode ?? 500]
  if (code !== undefined) return refuseWith(reply, code)
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return reply
      .code(error.statusCode)
      .send({ code: 'malformed-request', message: problemTexts['malformed-request'][1] })
  }
  request.log.error(error)
  return refuseWith(reply, ownProblem(error))
}

/** Answers with one of the known problems. */
export function refuseWith(reply: FastifyReply, code: ProblemCode): FastifyReply {
  const [status, message] = problemTexts[code]
  if (code === 'busy') void reply.header('retry-after', BUSY_SECONDS)
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ code, message } satisfies Problem)
}

function ownProblem(error: Error): ProblemCode {
  if (error instanceof UpdateLogDamagedError) return 'board-damaged'
  return isDiskFull(error) ? 'storage-full' : 'server-error'
}

function isDiskFull(error: Error): boolean {
  if (error.cause instanceof Error) return isDiskFull(error.cause)
  const full = 'errcode' in error && error.errcode === 13 // SQLITE_FULL
  return full || ('code' in error && error.code === 'ENOSPC')
}
