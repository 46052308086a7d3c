// SPDX-License-Identifier: Apache-2.0
// The contract as a judge of recorded exchanges.
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const methods = ['get', 'put', 'post', 'delete', 'patch', 'options']
// Refusals that any operation may give without the contract saying so; their body is a Problem all the same.
const general = new Set([400, 405, 408, 413, 415, 421, 429, 431, 503, 507])

// In a copy of the contract, objects take no members beyond those that they name: so a member that the contract does not
// know is found. Parts of an allOf stay open, the whole is closed.
export function closed(node, inAllOf = false) {
  if (Array.isArray(node)) return node.map((item) => closed(item, inAllOf))
  if (node === null || typeof node !== 'object') return node
  const out = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' || key === 'schemas' || key === '$defs')
      out[key] = Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, closed(schema, key !== 'properties')]))
    else if (key === 'enum' || key === 'const' || key === 'default' || key === 'example') out[key] = value
    else out[key] = closed(value, key === 'allOf')
  }
  const isSchema = '$ref' in node || 'properties' in node || 'allOf' in node
  if (isSchema && !inAllOf && !('additionalProperties' in node)) out.unevaluatedProperties = false
  return out
}

export function readContract(contract) {
  const prefix = contract.servers[0].url
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  addFormats(ajv)
  ajv.addSchema({ $id: 'contract', components: closed(contract.components) })
  const resolve = (node) =>
    node?.$ref ? node.$ref.slice(2).split('/').reduce((at, key) => at[key], contract) : node
  const absolute = (node) =>
    JSON.parse(JSON.stringify(node).replaceAll('"#/components/', '"contract#/components/'))
  const compile = (schema) => (schema ? ajv.compile(absolute(closed(schema))) : null)
  const contents = (content) =>
    Object.fromEntries(Object.entries(content ?? {}).map(([type, { schema }]) => [type, compile(schema)]))
  const problem = compile({ $ref: '#/components/schemas/Problem' })

  const operations = new Map()
  for (const [path, item] of Object.entries(contract.paths))
    for (const method of methods.filter((name) => item[name])) {
      const own = item[method]
      const pattern = `${prefix}${path}`.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')
      operations.set(own.operationId, {
        id: own.operationId,
        method: method.toUpperCase(),
        path: new RegExp(`^${pattern}$`),
        actors: own['x-actors'] ?? {},
        request: contents(own.requestBody?.content),
        responses: Object.fromEntries(
          Object.entries(own.responses).map(([status, response]) => [status, contents(resolve(response).content)]),
        ),
      })
    }
  return { operations, problem }
}

const mediaType = (text) => (text ?? '').split(';')[0].trim().toLowerCase()
const complain = (validate) =>
  validate.errors.slice(0, 5).map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`).join('; ')

function check(validate, text, what) {
  if (!validate) return null
  let value
  try {
    value = JSON.parse(text)
  } catch {
    return `${what} is not JSON`
  }
  return validate(value) ? null : `${what}: ${complain(validate)}`
}

// Why an exchange breaks the contract; null when it keeps it.
export function judge({ operations, problem }, exchange) {
  const operation = operations.get(exchange.operation_id)
  if (!operation) return `no operation is called ${exchange.operation_id}`
  if (exchange.method !== operation.method && !(exchange.method === 'HEAD' && operation.method === 'GET'))
    return `the method is ${operation.method}`
  if (!operation.path.test(exchange.path.split('?')[0])) return `the path is ${operation.path}`
  const type = mediaType(exchange.content_type)
  const listed = operation.responses[exchange.status]
  if (!listed) {
    if (!general.has(exchange.status)) return 'the contract does not list this status'
    if (type !== 'application/problem+json') return `a refusal of type ${type}`
    return check(problem, exchange.response_body, 'problem')
  }
  if (exchange.method !== 'HEAD') {
    const types = Object.keys(listed)
    if (types.length === 0) {
      if (exchange.response_body) return 'the contract has no body here'
    } else if (types.includes('*/*')) return null
    else if (!types.includes(type)) return `type ${type || 'missing'}, the contract has ${types.join(', ')}`
    else if (type.endsWith('json')) {
      const complaint = check(listed[type], exchange.response_body, 'response')
      if (complaint) return complaint
    }
  }
  // What was refused may have been bad on purpose; what was taken must have been good.
  if (exchange.status < 300 && exchange.request_body) {
    const validate = operation.request['application/json']
    if (!validate) return 'the contract has no request body here'
    return check(validate, exchange.request_body, 'request')
  }
  return null
}

// Statuses of x-actors that no exchange has shown, as "operation status".
export function unexercised({ operations }, exchanges) {
  const seen = new Set(exchanges.map((e) => `${e.operation_id} ${e.status}`))
  const missing = []
  for (const operation of operations.values())
    for (const status of new Set(Object.values(operation.actors)))
      if (!seen.has(`${operation.id} ${status}`)) missing.push(`${operation.id} ${status}`)
  return missing
}
