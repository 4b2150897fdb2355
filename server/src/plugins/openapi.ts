import swagger from '@fastify/swagger'
import plugin from 'fastify-plugin'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** Describes the HTTP API from the schemas that check it. */
export const openapi = plugin(
  async (server) => {
    await server.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Stip',
          version: '0.1.0',
          description:
            'Sessions, groups and boards of Stip. Who asks is the device of the cookie; `as` names which of its grants applies.',
        },
        servers: [],
      },
      transform: jsonSchemaTransform,
    })
  },
  { name: 'openapi', fastify: '5.x' },
)
