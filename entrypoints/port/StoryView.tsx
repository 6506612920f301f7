import { t } from '../../components/i18n'
import type { Story } from './stories'
import { Outside } from './Words'

export const StoryView = ({ story: { title, text, sources } }: { readonly story: Story }) => (
  <section aria-labelledby="story" class="story">
    <h2 id="story">{t('page_story')}</h2>
    <div lang="en">
      <h3>{title}</h3>
      <p>{text}</p>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source}>
            <Outside href={source}>{placeOf(source)}</Outside>
          </li>
        ))}
      </ul>
    </div>
  </section>
)

/** Where a source is: its site, or the RFC that it is. */
function placeOf(source: string): string {
  const [, rfc] = /rfc-editor\.org\/(?:rfc|info)\/rfc(\d+)/.exec(source) ?? []
  if (rfc !== undefined) return `RFC ${rfc}`
  return URL.canParse(source) ? new URL(source).hostname.replace(/^www\./, '') : source
}
