import { describe, expect, test } from 'vitest'
import { APART, firstLook } from './first-look'

const spokenFor = (texts: string): number[] => {
  const found: number[] = []
  firstLook(texts, ({ from }, speaks) => {
    if (speaks) found.push(from)
  })
  return found
}

describe('a first look lets through what may be a port', () => {
  test.each([
    ['the word stands before it', 'our mail goes out on port 2526', 2526],
    ['the word stands in the text before', `the port${APART} is ${APART}902`, 902],
    ['the word stands in the text behind', `902${APART} is the port to open`, 902],
    ['a host stands before it', 'see db.example:81', 81],
    ['its colon is a text of its own', `localhost${APART}:${APART}8080`, 8080],
    ['its colon is escaped', 'next=http%3A%2F%2Flocalhost%3A8081%2F', 8081],
    ['a flag names it', 'ssh -p 2022 box', 2022],
    ['a command takes it', 'telnet mail.example 25', 25],
    ['a call takes it', 'listen(82)', 82],
    ['a text begins with a number that is known', '8080 is taken', 8080],
    ['its digits are of another script', 'پورت ۹۰۲', 902],
    ['it is a range', 'nc -z host 20-30', 20],
    ['tcpdump wrote it', 'IP 10.0.0.1.443 > 10.0.0.2.50514', 443],
  ])('%s', (_, texts, port) => {
    expect(spokenFor(texts)).toContain(port)
  })
})

describe('a first look drops what cannot be one', () => {
  test.each([
    ['a number among words', 'Chapter 12 has 40 more of them than 31 others'],
    ['a count of something', 'after 1500 milliseconds of rest'],
    ['a year', 'written in 1998, read in 2024'],
    ['what the word before it claims', 'on page 8443 of the book'],
    ['a version', 'since 2.4.62 it does'],
    ['an index', 'rows[3] and f(x, 7)'],
    ['words far away', `port${APART}${'many words '.repeat(30)}${APART}there were 902 of them`],
  ])('%s', (_, texts) => {
    expect(spokenFor(texts)).toEqual([])
  })
})

test('texts that stand apart are not one number', () => {
  const numbers: number[] = []
  firstLook(`80${APART}81${APART}443`, ({ from }) => numbers.push(from))
  expect(numbers).toEqual([80, 81, 443])
})
