import type { MessageKey } from '../../../components/i18n'
import type { PortFacts } from '../../../registry/port-facts'
import type { Protocol, Service, Status, Use } from '../../../registry/types'
import { check } from './check'
import { face } from './face'
import { lead } from './lead'
import { matters } from './matters'
import { titleOf } from './names'
import { near } from './near'
import { find } from './find'
import { questions } from './questions'
import type { PageKey, Param, Sentence } from './text'
import { what } from './what'
import { where } from './where'

/** What a section is made of, in the order in which it is read. */
export type Block =
  | { readonly kind: 'text'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'items'; readonly items: readonly Sentence[] }
  | { readonly kind: 'record'; readonly service: Service }
  | { readonly kind: 'status'; readonly status: Readonly<Record<Protocol, Status>> }
  | { readonly kind: 'map' }
  | { readonly kind: 'uses'; readonly uses: readonly Use[] }
  | { readonly kind: 'wide'; readonly uses: readonly Use[] }
  /** Commands for each of the protocols, the one asked for first. */
  | { readonly kind: 'commands'; readonly port: number; readonly protocols: readonly Protocol[] }
  | { readonly kind: 'exposures'; readonly items: readonly Exposure[] }
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }

/** A line on exposure, and the products that it is about. */
export interface Exposure {
  readonly key: MessageKey
  readonly products: Param
}

export interface Question {
  readonly question: Sentence
  readonly answer: readonly Sentence[]
}

export interface Section {
  readonly id: SectionId
  readonly heading: Sentence
  readonly blocks: readonly Block[]
}

export type SectionId = Extract<
  PageKey,
  'what' | 'where' | 'find' | 'check' | 'face' | 'matters' | 'near' | 'questions'
>

export interface Article {
  readonly title: Sentence
  readonly lead: readonly Sentence[]
  readonly sections: readonly Section[]
}

/** The whole story of a port, from facts. Story, note and correction are the page's own. */
export function articleOf(facts: PortFacts): Article {
  return {
    title: titleOf(facts.knowledge),
    lead: lead(facts.knowledge),
    sections: [
      section('what', what(facts.knowledge)),
      section('where', where(facts)),
      section('find', find(facts.knowledge)),
      section('check', check(facts)),
      section('face', face(facts.knowledge)),
      section('matters', matters(facts.knowledge)),
      section('near', near(facts)),
      section('questions', [{ kind: 'questions', questions: questions(facts.knowledge) }]),
    ],
  }
}

function section(id: SectionId, blocks: readonly Block[]): Section {
  return { id, heading: { key: id, params: [] }, blocks }
}
