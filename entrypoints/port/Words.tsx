import { Fragment } from 'preact'
import type { Param, Sentence } from './article/text'
import type { Piece } from './article/pieces'
import { language } from './language'

/** Sentences, one behind the other, with their links and code. */
export const Words = ({ of }: { readonly of: Sentence | readonly Sentence[] }) => (
  <Pieces pieces={language.paragraph(Array.isArray(of) ? (of as readonly Sentence[]) : [of as Sentence])} />
)

export const Value = ({ of }: { readonly of: Param }) => <Pieces pieces={language.param(of)} />

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece, i) => (
        <Fragment key={i}>{typeof piece === 'string' ? piece : element(piece)}</Fragment>
      ))}
    </>
  )
}

function element(piece: Exclude<Piece, string>) {
  switch (piece.kind) {
    case 'link':
      return piece.href.startsWith('#') ? (
        <a class="port" href={piece.href}>
          {piece.text}
        </a>
      ) : (
        <Outside href={piece.href}>{piece.text}</Outside>
      )
    case 'code':
      return <code>{piece.text}</code>
    case 'english':
      return <span lang="en">{piece.text}</span>
    case 'number':
      return <span class="number">{piece.text}</span>
    case 'name':
      return <span class="name">{piece.text}</span>
  }
}

/** A link to somewhere outside: it learns nothing of where one came from. On paper its address is printed. */
export const Outside = ({ href, children }: { readonly href: string; readonly children: string }) =>
  /^https?:\/\//.test(href) ? (
    <a class="outside" href={href} rel="noreferrer">
      {children}
    </a>
  ) : (
    <>{children}</>
  )
