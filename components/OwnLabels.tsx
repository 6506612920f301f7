import { t } from './i18n'

/** What somebody says a port is here. */
export interface OwnLabel {
  readonly name: string
  readonly note?: string
  readonly link?: string
  /** One of the labels' colours, a token's name. */
  readonly color?: string
  readonly host?: string
  readonly site?: string
  readonly isManaged: boolean
}

/** One's own labels, marked as such, so that nobody takes them for what the world knows. */
export function OwnLabels({ labels }: { readonly labels: readonly OwnLabel[] }) {
  return (
    <ul class="own">
      {labels.map(({ name, note, link, color, host, site, isManaged }) => (
        <li key={`${name} ${host} ${site} ${isManaged}`} style={color ? { '--own': `var(--own-${color})` } : {}}>
          {link ? (
            <a href={link} target="_blank" rel="noreferrer noopener" title={link}>
              <b>{name}</b>
            </a>
          ) : (
            <b>{name}</b>
          )}{' '}
          <small>
            {t(isManaged ? 'labels_managed' : 'labels_yours')}
            {host && ` · ${host}`}
            {site && ` · ${t('labels_onSite', site)}`}
          </small>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ul>
  )
}
