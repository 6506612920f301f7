import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('ranges in words', () => {
  finds('a whole number between [1 and 65535]', [{ from: 1, to: 65535 }])
  finds('media from [49152 to 65534]')
  finds('UDP [5060] and [20000 to 30000]')
  finds('moved from port [3000] to [8080]')
})

describe('all of sixteen bits', () => {
  finds('TCP and UDP use [0-65535]')
  ignores('an unsigned number, 0-65535')
})
