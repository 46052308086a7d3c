// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { judge, readContract, unexercised } from './contract.mjs'

const document = parse(readFileSync(new URL('../../api/openapi.yaml', import.meta.url), 'utf8'))
const contract = readContract(structuredClone(document))
const account = {
  id: '1', email: 'a@b.kr', name: 'a', roles: ['planner'], active: true, example: false, invited: false, second_factor: false, linked: false, language: 'ko', version: 1,
  created: '2030-01-01T00:00:00Z', updated: '2030-01-01T00:00:00Z', actions: [],
}
const problem = { type: 't', title: 't', status: 404, code: 'c', params: {}, errors: [], request_id: 'r' }
const exchange = {
  operation_id: 'get_account', method: 'GET', path: '/api/v1/accounts/1', status: 200, request_body: '',
  response_body: JSON.stringify(account), content_type: 'application/json',
}
const complaint = (change) => judge(contract, { ...exchange, ...change })

test('an exchange as the contract has it passes', () => {
  assert.equal(complaint({}), null)
  assert.equal(complaint({ method: 'HEAD', response_body: '' }), null)
  assert.equal(complaint({ operation_id: 'get_plan', path: '/api/v1/energy/plans/1', status: 304, response_body: '', content_type: '' }), null)
  assert.equal(complaint({ status: 404, response_body: JSON.stringify(problem), content_type: 'application/problem+json' }), null)
})

test('members that the contract does not name are found', () => {
  assert.match(complaint({ response_body: JSON.stringify({ ...account, secret: 1 }) }), /secret/)
})

test('parts of an allOf are closed as a whole', () => {
  const base = { id: '1', plan: 'p', label: '', status: 'queued', number: 1, owner: 'o', owner_name: 'n', version: 1,
    created: '2030-01-01T00:00:00Z', updated: '2030-01-01T00:00:00Z', actions: [] }
  const run = (extra) => complaint({ operation_id: 'get_run', path: '/api/v1/energy/runs/1', response_body: JSON.stringify({ ...base, ...extra }) })
  assert.equal(run({ method: 'ipm' }), null)
  assert.match(run({ other: 1 }), /other/)
  const page = (extra) => complaint({ operation_id: 'list_runs', path: '/api/v1/energy/plans/1/runs', response_body: JSON.stringify({ items: [{ ...base, ...extra }] }) })
  assert.equal(page({}), null)
  assert.match(page({ method: 'ipm' }), /method/)
})

test('wrong types, statuses, media types and paths are named', () => {
  assert.match(complaint({ response_body: JSON.stringify({ ...account, version: '1' }) }), /version must be integer/)
  assert.match(complaint({ response_body: JSON.stringify({ ...account, roles: ['king'] }) }), /roles/)
  assert.match(complaint({ response_body: JSON.stringify({ ...account, created: 'yesterday' }) }), /created/)
  assert.match(complaint({ response_body: '{' }), /not JSON/)
  assert.match(complaint({ status: 202 }), /does not list/)
  assert.match(complaint({ status: 413 }), /refusal of type/)
  assert.match(complaint({ content_type: 'text/html' }), /text\/html/)
  assert.match(complaint({ path: '/api/v1/accounts' }), /path/)
  assert.match(complaint({ method: 'POST' }), /method/)
  assert.match(complaint({ operation_id: 'nothing' }), /no operation/)
})

test('a request that was taken must have been good', () => {
  const created = { operation_id: 'create_account', method: 'POST', path: '/api/v1/accounts', status: 201 }
  const body = { email: 'a@b.kr', name: 'a', password: 'twelve-chars', roles: [] }
  assert.equal(complaint({ ...created, request_body: JSON.stringify(body) }), null)
  assert.match(complaint({ ...created, request_body: JSON.stringify({ ...body, password: 'x' }) }), /password/)
})

test('statuses of the actors that were never seen are named', () => {
  const missing = unexercised(contract, [exchange])
  assert.ok(!missing.includes('get_account 200'))
  assert.ok(missing.includes('get_account 404'))
})

test('whatever takes a query says that it may be refused', () => {
  const resolved = (one) => (one.$ref ? document.components.parameters[one.$ref.split('/').at(-1)] : one)
  const silent = []
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      if (!operation.operationId) continue
      const queries = [...(item.parameters ?? []), ...(operation.parameters ?? [])].filter((one) => resolved(one).in === 'query')
      if (queries.length > 0 && !operation.responses['422']) silent.push(`${method} ${path}`)
    }
  assert.deepEqual(silent, [])
})

test('whatever hands out a tag says that it may be unchanged', () => {
  const silent = Object.entries(document.paths)
    .filter(([, { get }]) => get?.responses['200']?.headers?.ETag && !get.responses['304'])
    .map(([path]) => path)
  assert.deepEqual(silent, [])
})
