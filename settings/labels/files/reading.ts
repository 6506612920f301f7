import type { Settings } from '../../settings'
import type { Fault, Label } from '../label'

/** A label that a file has, and where: lines count from 1. */
export interface Found {
  readonly label: Label
  readonly line?: number
}

/** Why something in a file is not taken; the options page has a sentence for each. */
export type Reason =
  | Fault
  | 'syntax'
  | 'quote'
  | 'columns'
  /** No label for something that is understood: */
  | 'random-port'
  | 'variable'
  | 'not-published'
  | 'kind'
  | 'twice'

/** What is not taken from a file, with its place and the words that it is about. */
export interface Refused {
  readonly line?: number
  readonly reason: Reason
  readonly about: string
}

export const FORMATS = ['porthole', 'csv', 'services', 'compose', 'kubernetes', 'helm'] as const
export type Format = (typeof FORMATS)[number]

/** What a file says. */
export interface Reading {
  readonly format: Format
  readonly found: readonly Found[]
  readonly refused: readonly Refused[]
  /** The settings and notes in a copy of everything. */
  readonly settings?: Settings
  readonly notes?: Readonly<Record<string, string>>
}

/** Why a whole file is not read. */
export type Unreadable = 'too-big' | 'binary' | 'empty' | 'unknown' | 'failed'

/** The words that a refusal repeats: enough to find the place, in one line. */
export const about = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 80)

/** Collects what a file says, entry by entry. */
export class Findings {
  readonly found: Found[] = []
  readonly refused: Refused[] = []

  add(label: Label | Fault, text: string, line?: number): void {
    if (typeof label === 'string') this.refuse(label, text, line)
    else this.found.push({ label, ...(line !== undefined && { line }) })
  }

  refuse(reason: Reason, text: string, line?: number): void {
    this.refused.push({ reason, about: about(text), ...(line !== undefined && { line }) })
  }
}
