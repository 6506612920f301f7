import { useEffect, useMemo, useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import type { PortFacts } from '../../registry/port-facts'
import type { PortSpace } from '../../registry/port-space'
import { type Article, articleOf, type Section } from './article/article'
import { BlockView } from './Blocks'
import { Correction } from './Correction'
import { language } from './language'
import { Note } from './Note'
import { Own } from './Own'
import { type Story, storyOf } from './stories'
import { StoryView } from './StoryView'
import { Words } from './Words'

interface Props {
  readonly facts: PortFacts
  readonly space: PortSpace | undefined
}

/** The whole story of one port. */
export function PortArticle({ facts, space }: Props) {
  const { knowledge } = facts
  const { port, status, ghost } = knowledge
  const article = useMemo(() => articleOf(facts), [facts])
  const [story, setStory] = useState<Story | undefined>()
  useEffect(() => {
    document.title = language.text(article.title)
  }, [article])
  useEffect(() => {
    setStory(undefined)
    void storyOf(port).then(setStory)
  }, [port])
  const badge = ghost && status === 'assigned' ? 'ghost' : status
  const view = (section: Section) => <SectionView key={section.id} section={section} port={port} space={space} />
  const [before, after] = aroundStory(article)
  return (
    <main class="article">
      <h1>
        <Words of={article.title} />
      </h1>
      <p class="lead">
        <span class={`badge ${badge}`}>{t(`status_${badge}`)}</span> <Words of={article.lead} />
      </p>
      <Own port={port} />
      {before.map(view)}
      {story && <StoryView story={story} />}
      {after.map(view)}
      <Note key={port} port={port} />
      <Correction key={`correction ${port}`} knowledge={knowledge} />
      <p class="printed">{t('page_printed', location.href)}</p>
    </main>
  )
}

/** The story stands before the neighbours. */
function aroundStory({ sections }: Article): [readonly Section[], readonly Section[]] {
  const at = sections.findIndex(({ id }) => id === 'near')
  return [sections.slice(0, at), sections.slice(at)]
}

function SectionView({ section, port, space }: { section: Section; port: number; space: PortSpace | undefined }) {
  const { id, heading, blocks } = section
  return (
    <section aria-labelledby={id} class={id}>
      <h2 id={id}>
        <Words of={heading} />
      </h2>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} port={port} space={space} />
      ))}
    </section>
  )
}
