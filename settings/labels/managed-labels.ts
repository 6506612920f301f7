import { readManaged } from '../managed'
import { listOf } from '../unknown-values'
import { type Label, labelOf } from './label'

/** The labels that an organisation ships by policy; rows that are none are left out. Never fails. */
export async function readManagedLabels(): Promise<readonly Label[]> {
  const { labels } = await readManaged()
  return listOf(labels)
    .map(labelOf)
    .filter((label) => typeof label !== 'string')
}
