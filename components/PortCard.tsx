import type { PortKnowledge, Use } from '../registry/types'
import { type MessageKey, t } from './i18n'

interface Props {
  readonly from: number
  readonly to: number
  /** The transport as the text states it. */
  readonly protocol?: string | undefined
  /** What is known of `from`; its uses likeliest first. */
  readonly knowledge: PortKnowledge
}

/** What a port is, readable in two seconds: the number, the likeliest use, registered beside real. */
export function PortCard({ from, to, protocol, knowledge }: Props) {
  const { services, uses, status, ghost } = knowledge
  const badge = ghost && status === 'assigned' ? 'ghost' : status
  const likely = uses[0]
  const service = services[0]
  return (
    <article class="card">
      <div class="head">
        <span class="number">{from === to ? from : `${from}–${to}`}</span>
        {protocol && <span class="protocol">/{protocol}</span>}
        <span class={`badge ${badge}`}>{t(`status_${badge}`)}</span>
      </div>
      {likely ? (
        <p class="likely">
          {likely.name}
          {likely.role && <span class="role"> · {likely.role}</span>}
        </p>
      ) : (
        service && <p class="likely">{service.description || service.name}</p>
      )}
      <dl>
        <dt>{t('registered')}</dt>
        <dd>{registration(knowledge)}</dd>
        <dt>{t('inPractice')}</dt>
        <dd>{practice(knowledge)}</dd>
      </dl>
      {likely?.exposure && likely.exposure !== 'public' && (
        <p class="exposure">{t(`exposure_${likely.exposure.replaceAll('-', '_')}` as MessageKey)}</p>
      )}
      <p class="range">{t(RANGES[knowledge.range])}</p>
    </article>
  )
}

const RANGES = { system: 'rangeSystem', user: 'rangeUser', dynamic: 'rangeDynamic' } as const

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
  const name = service.description ? `${service.name}, ${service.description}` : service.name
  return t('registeredAs', name)
}

function practice({ uses, services, status, ghost }: PortKnowledge): string {
  if (uses.length > 0) return named(uses)
  if (status === 'dynamic') return t('dynamicUse')
  if (ghost) return t('ghostRegistration')
  return services.length > 0 ? t('onlyRegistration') : t('nothingKnown')
}

/** The first few different products, and how many more there are. */
function named(uses: readonly Use[]): string {
  const names = [...new Set(uses.map((use) => use.name))]
  const first = names.slice(0, 3).join(', ')
  return names.length > 3 ? t('more', first, names.length - 3) : first
}
