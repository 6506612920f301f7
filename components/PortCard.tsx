import { useState } from 'preact/hooks'
import type { PortKnowledge, Use } from '../registry/types'
import { type MessageKey, t } from './i18n'
import { type OwnLabel, OwnLabels } from './OwnLabels'

/** What one can do from a card; a surface leaves out what makes no sense on it. */
export interface CardActions {
  /** Puts a text on the clipboard; tells whether that worked. */
  readonly copy?: (text: string) => boolean | Promise<boolean>
  readonly details?: () => void
  readonly notHere?: () => void
  /** Opens the form in which one says what the port is here. */
  readonly label?: () => void
}

interface Props {
  readonly from: number
  readonly to: number
  /** The transport as the text states it. */
  readonly protocol?: string | undefined
  /** What is known of `from`; its uses likeliest first. */
  readonly knowledge: PortKnowledge
  /** The other side of a mapping, and which side `from` is. */
  readonly pair?: { readonly port: number; readonly side: 'host' | 'container' | 'local' | 'remote' } | undefined
  /** The host that the text names. */
  readonly host?: string
  /** The command that shows on this system what listens there. */
  readonly check?: string
  /** What the reader, or the reader's organisation, says it is here. */
  readonly own?: readonly OwnLabel[]
  readonly actions?: CardActions
}

/** Uses beyond these are folded. */
const FIRST_USES = 3

/** What a port is, readable in two seconds: the number, the likeliest use, registered beside real, the next step. */
export function PortCard({ from, to, protocol, knowledge, pair, host, check, own = [], actions = {} }: Props) {
  const { services, uses, status, ghost } = knowledge
  const badge = ghost && status === 'assigned' ? 'ghost' : status
  const [first] = uses
  // A product that the text names beside a port where it is not at home; it stands first only where that is all but said.
  const named = first?.elsewhere ? first : undefined
  const likely = narrow(uses, from, to)[0]
  const service = services[0]
  return (
    <article class="card" aria-label={t('cardLabel', numberOf(from, to))}>
      <div class="head">
        <span class="number">{numberOf(from, to)}</span>
        {protocol && <span class="protocol">/{protocol}</span>}
        <span class={`badge ${badge}`}>{t(`status_${badge}`)}</span>
      </div>
      {own.length > 0 && <OwnLabels labels={own} />}
      {named ? (
        <p class="likely">
          {named.name}
          <span class="role"> · {t('namedNearby', named.from)}</span>
        </p>
      ) : likely ? (
        <p class="likely">
          {likely.name}
          {roleOf(likely) && <span class="role"> · {roleOf(likely)}</span>}
        </p>
      ) : (
        service && <p class="likely">{service.description || service.name}</p>
      )}
      {pair && <p class="pair">{t(`mapping_${pair.side}`, from, pair.port)}</p>}
      <dl>
        <dt>{t('registered')}</dt>
        <dd>{registration(knowledge)}</dd>
        <dt>{t('inPractice')}</dt>
        <dd>
          <Practice knowledge={knowledge} from={from} to={to} />
        </dd>
      </dl>
      {likely?.exposure && likely.exposure !== 'public' && (
        <p class="exposure">{t(`exposure_${likely.exposure.replaceAll('-', '_')}` as MessageKey)}</p>
      )}
      <Actions address={addressOf(likely, host, from)} check={check} actions={actions} />
    </article>
  )
}

const numberOf = (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`)

/** What the port does for the product; one port of a range says which range it is one of. */
const roleOf = ({ role, from, to }: Use) => [role, from < to && `${from}–${to}`].filter(Boolean).join(', ')

/** A use of more ports than this says next to nothing of a single one. */
const WIDE = 100

/** The uses that are about this port or exactly this range, and not one of hundreds. */
const narrow = (uses: readonly Use[], from: number, to: number) =>
  uses.filter((use) => !use.elsewhere && (use.to - use.from < WIDE || (use.from === from && use.to === to)))

const namesOf = (uses: readonly Use[]) => [...new Set(uses.map((use) => use.name))]

interface PracticeProps {
  readonly knowledge: PortKnowledge
  readonly from: number
  readonly to: number
}

function Practice({ knowledge, from, to }: PracticeProps) {
  const [all, setAll] = useState(false)
  const { uses, services, status, ghost } = knowledge
  const names = namesOf(narrow(uses, from, to))
  if (names.length === 0) {
    if (status === 'dynamic') return t('dynamicUse')
    const ofMany = namesOf(uses.filter((use) => !use.elsewhere))
    if (ofMany.length > 0) return t('oneOfMany', ofMany.slice(0, FIRST_USES).join(', '))
    if (ghost) return t('ghostRegistration')
    return services.length > 0 ? t('onlyRegistration') : t('nothingKnown')
  }
  const folded = names.length - FIRST_USES
  if (all || folded <= 0) return names.join(', ')
  return (
    <>
      {names.slice(0, FIRST_USES).join(', ')}{' '}
      <button type="button" class="more" onClick={() => setAll(true)}>
        {t('showMore', folded)}
      </button>
    </>
  )
}

interface ActionsProps {
  readonly address: string | undefined
  readonly check: string | undefined
  readonly actions: CardActions
}

function Actions({ address, check, actions: { copy, details, label, notHere } }: ActionsProps) {
  const [copied, setCopied] = useState<boolean>()
  if (!copy && !details && !label && !notHere && !address) return null
  return (
    <div class="actions">
      {copy && check && (
        <button type="button" title={check} onClick={async () => setCopied(await copy(check))}>
          {copied === undefined ? t('copyCheck') : t(copied ? 'copied' : 'copyFailed')}
        </button>
      )}
      {address && (
        <a href={address} target="_blank" rel="noreferrer noopener" title={address}>
          {t('open')}
        </a>
      )}
      {details && (
        <button type="button" onClick={details}>
          {t('details')}
        </button>
      )}
      {label && (
        <button type="button" onClick={label}>
          {t('labels_thisPort')}
        </button>
      )}
      {notHere && (
        <button type="button" class="quiet" onClick={notHere}>
          {t('notHere')}
        </button>
      )}
    </div>
  )
}

const LOCAL = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0)$/i

/** An address to open: only on this machine, where a click on a number cannot surprise anybody. */
function addressOf(use: Use | undefined, host: string | undefined, port: number): string | undefined {
  if (!host || !LOCAL.test(host)) return undefined
  const scheme = use?.scheme ?? 'http'
  if (scheme !== 'http' && scheme !== 'https') return undefined
  const name = host === '0.0.0.0' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `${scheme}://${name}:${port}`
}

const NOT_REGISTERED = {
  unassigned: 'registeredNobody',
  reserved: 'registeredReserved',
  deregistered: 'registeredDeregistered',
  private: 'registeredPrivate',
  dynamic: 'registeredDynamic',
  assigned: 'registeredNobody',
} as const

function registration({ services, status }: PortKnowledge): string {
  const [service] = services
  if (!service) return t(NOT_REGISTERED[status])
  const { name, description } = service
  const same = description.toLowerCase().replace(/[^a-z0-9]/g, '') === name.replace(/[^a-z0-9]/gi, '').toLowerCase()
  return t('registeredAs', description && !same ? `${name}, ${description}` : name)
}
