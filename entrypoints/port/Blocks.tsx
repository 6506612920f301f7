import { Commands } from '../../components/Commands'
import { RangeMap } from '../../components/RangeMap'
import { t } from '../../components/i18n'
import type { PortSpace } from '../../registry/port-space'
import type { Block, Exposure, Question } from './article/article'
import { Record, StatusTable } from './Record'
import { thisSystem } from './this-system'
import { UseCards, WideUses } from './Uses'
import { Value, Words } from './Words'

interface Props {
  readonly block: Block
  readonly port: number
  readonly space: PortSpace | undefined
}

/** One block of a section. */
export function BlockView({ block, port, space }: Props) {
  switch (block.kind) {
    case 'text':
      return (
        <p>
          <Words of={block.sentences} />
        </p>
      )
    case 'items':
      return (
        <ul>
          {block.items.map((item, i) => (
            <li key={i}>
              <Words of={item} />
            </li>
          ))}
        </ul>
      )
    case 'record':
      return <Record service={block.service} />
    case 'status':
      return <StatusTable status={block.status} />
    case 'map':
      return <PortMap ports={[port]} space={space} />
    case 'uses':
      return <UseCards uses={block.uses} />
    case 'wide':
      return <WideUses uses={block.uses} />
    case 'commands':
      return <Commands port={block.port} protocols={block.protocols} system={thisSystem(navigator)} />
    case 'exposures':
      return <Exposures items={block.items} />
    case 'questions':
      return <Questions questions={block.questions} />
  }
}

export const PortMap = ({
  ports,
  space,
}: {
  readonly ports: readonly number[]
  readonly space: PortSpace | undefined
}) => <RangeMap space={space} ports={ports} href={(one) => `#${one}`} />

const Exposures = ({ items }: { readonly items: readonly Exposure[] }) => (
  <dl class="exposures" aria-label={t('page_exposures')}>
    {items.map(({ key, products }) => (
      <div key={key} class={key === 'exposure_public' ? 'public' : ''}>
        <dt>{t(key)}</dt>
        <dd>
          <Value of={products} />
        </dd>
      </div>
    ))}
  </dl>
)

const Questions = ({ questions }: { readonly questions: readonly Question[] }) => (
  <div class="questions" aria-label={t('page_questions')} role="group">
    {questions.map(({ question, answer }) => (
      <details key={question.key}>
        <summary>
          <Words of={question} />
        </summary>
        <p>
          <Words of={answer} />
        </p>
      </details>
    ))}
  </div>
)
