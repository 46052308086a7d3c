// SPDX-License-Identifier: Apache-2.0
// validate.mjs EXCHANGES.jsonl [OPENAPI.yaml]: judges recorded exchanges, one JSON object a line with operation_id, method,
// path, status, request_body, response_body (texts) and content_type; closes with `N passed, N failed`.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { judge, readContract, unexercised } from './contract.mjs'

const [file, source = new URL('../../api/openapi.yaml', import.meta.url)] = process.argv.slice(2)
if (!file) {
  console.error('usage: validate.mjs EXCHANGES.jsonl [OPENAPI.yaml]')
  process.exit(2)
}
const contract = readContract(parse(readFileSync(source, 'utf8')))
const exchanges = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
let passed = 0
const failures = new Map() // one line a kind of failure, however often it came
for (const exchange of exchanges) {
  const complaint = judge(contract, exchange)
  if (!complaint) {
    passed += 1
    continue
  }
  const line = `${exchange.operation_id} ${exchange.method} ${exchange.path} ${exchange.status}: ${complaint}`
  failures.set(line, (failures.get(line) ?? 0) + 1)
}
const missing = unexercised(contract, exchanges)
for (const [line, count] of failures) console.log(`FAILED ${line}${count > 1 ? ` (${count} times)` : ''}`)
for (const line of missing) console.log(`FAILED never seen: ${line}`)
const failed = exchanges.length - passed + missing.length
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
