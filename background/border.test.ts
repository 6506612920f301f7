import { describe, expect, test } from 'vitest'
import type { Message } from '../messages'
import { mayAsk } from './border'

const us = { id: 'us', root: 'chrome-extension://us/' }
const popup = { id: 'us', url: 'chrome-extension://us/popup.html' }
const page = { id: 'us', url: 'https://a.example/x', tab: { url: 'https://a.example/x' } }
const frame = { id: 'us', url: 'https://frame.example/', tab: { url: 'https://a.example/x' } }

const describeHere: Message = { type: 'describe', ports: [] }
const switchOff = (host: string): Message => ({ type: 'switch-site', host, on: false })

test.each<[string, Message, object, boolean]>([
  ['a page of ours searches', { type: 'search', text: 'ssh' }, popup, true],
  ['a content script searches', { type: 'search', text: 'ssh' }, page, false],
  ['a content script has the search prepared', { type: 'prepare-search' }, page, false],
  ['a page of ours has the search prepared', { type: 'prepare-search' }, popup, true],
  ['a content script asks for all labels of a port', { type: 'labels-of', port: 22 }, page, false],
  ['a content script asks for the whole space', { type: 'port-space' }, page, false],
  ['a content script asks for a port’s facts', { type: 'port-facts', port: 22 }, page, false],
  ['a content script asks what its ports are', describeHere, page, true],
  ['a content script asks as another site', { ...describeHere, site: 'bank.example' }, page, false],
  ['a page of ours asks for another site', { ...describeHere, site: 'bank.example' }, popup, true],
  ['a content script tells of its card', { type: 'card', frame: 1, isOpen: true }, frame, true],
  ['a content script has the cards of its tab closed', { type: 'close-cards' }, frame, true],
  ['a content script opens a port’s page', { type: 'open-port', port: 22 }, page, true],
  ['a content script switches its site off', switchOff('a.example'), page, true],
  ['a frame switches the tab’s site off', switchOff('a.example'), frame, true],
  ['a content script switches another site off', switchOff('b.example'), page, false],
  ['a content script switches its site on', { type: 'switch-site', host: 'a.example', on: true }, page, false],
  ['a page of ours switches a site on', { type: 'switch-site', host: 'a.example', on: true }, popup, true],
])('%s', (_, asked, sender, may) => expect(mayAsk(asked, sender, us)).toBe(may))

describe('a stranger', () => {
  test.each([
    ['another extension', { ...popup, id: 'other' }],
    ['nobody', {}],
    ['a page whose address looks like ours', { ...page, url: 'https://a.example/chrome-extension://us/popup.html' }],
  ])('%s may not search', (_, sender) => expect(mayAsk({ type: 'search', text: 'ssh' }, sender, us)).toBe(false))
})
