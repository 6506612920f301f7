import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type MessageKey, t } from '../../components/i18n'
import { COLORS, type Fault, type Label, type LabelRow, labelOf, LONGEST, rowOf } from '../../settings/labels/label'

interface Props {
  readonly isNew: boolean
  readonly draft: Partial<Label>
  /** Another label of the same place. */
  readonly taken: (label: Label) => Label | undefined
  readonly onSave: (label: Label) => Promise<boolean>
  readonly onCancel: () => void
}

type Field = keyof LabelRow

/** The field that a fault is about. */
const FIELD_OF: Readonly<Partial<Record<Fault, Field>>> = {
  port: 'port',
  high: 'port',
  backwards: 'port',
  protocol: 'protocol',
  name: 'name',
  long: 'name',
  host: 'host',
  site: 'site',
  link: 'link',
}

/** Says what a port is. Only the port and the name are needed. */
export function LabelForm({ isNew, draft, taken, onSave, onCancel }: Props) {
  const [row, setRow] = useState<Partial<LabelRow>>(() =>
    draft.from === undefined ? {} : rowOf({ from: draft.from, to: draft.from, name: '', ...draft }),
  )
  const [fault, setFault] = useState<{ readonly field: Field; readonly text: string }>()
  const form = useRef<HTMLFormElement>(null)

  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector<HTMLElement>(`[name="${draft.from === undefined ? 'port' : 'name'}"]`)?.focus()
  }, [])

  async function save(event: Event) {
    event.preventDefault()
    const label = labelOf(row)
    if (typeof label === 'string') return fail(FIELD_OF[label] ?? 'port', t(`labels_why_${label}`))
    const other = taken(label)
    if (other) return fail('port', t('labels_taken', other.name))
    await onSave(label)
  }

  function fail(field: Field, text: string) {
    setFault({ field, text })
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus()
  }

  // Onto what is there by then: whoever fills in a form for the reader does it faster than it is drawn.
  const change = (field: Field, value: string) => setRow((now) => ({ ...now, [field]: value }))

  const props = (field: Field) => ({
    id: `label-${field}`,
    name: field,
    value: row[field] ?? '',
    'aria-invalid': fault?.field === field,
    'aria-describedby': `label-${field}-hint`,
    onInput: (event: { currentTarget: { value: string } }) => change(field, event.currentTarget.value),
  })
  const hint = (field: Field) => (
    <small id={`label-${field}-hint`} class={fault?.field === field ? 'problem' : ''}>
      {fault?.field === field ? fault.text : t(`labels_${field}_hint` as MessageKey)}
    </small>
  )
  const text = (field: Field, longest?: number) => (
    <label class={`field ${field}`}>
      <span>{t(`labels_${field}` as MessageKey)}</span>
      <input type="text" autocomplete="off" spellcheck={field === 'name'} maxLength={longest} {...props(field)} />
      {hint(field)}
    </label>
  )

  return (
    <form
      ref={form}
      class="label-form"
      aria-label={t(isNew ? 'labels_new' : 'labels_change')}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      {text('port')}
      <label class="field protocol">
        <span>{t('labels_protocol')}</span>
        <select {...props('protocol')} onChange={(event) => change('protocol', event.currentTarget.value)}>
          <option value="">{t('labels_anyProtocol')}</option>
          {['tcp', 'udp', 'sctp', 'dccp'].map((protocol) => (
            <option key={protocol} value={protocol}>
              {protocol.toUpperCase()}
            </option>
          ))}
        </select>
        {hint('protocol')}
      </label>
      {text('name', LONGEST.name)}
      {text('host')}
      {text('site')}
      {text('link')}
      <label class="field note">
        <span>{t('labels_note')}</span>
        <textarea rows={2} maxLength={LONGEST.note} {...props('note')} />
        {hint('note')}
      </label>
      <fieldset class="field colors">
        <legend>{t('labels_color')}</legend>
        {['', ...COLORS].map((color) => (
          <label key={color} title={t(`labels_color_${color || 'none'}` as MessageKey)}>
            <input
              type="radio"
              name="color"
              value={color}
              aria-label={t(`labels_color_${color || 'none'}` as MessageKey)}
              checked={(row.color ?? '') === color}
              style={color ? { '--own': `var(--own-${color})` } : {}}
              onChange={() => change('color', color)}
            />
          </label>
        ))}
      </fieldset>
      <p class="buttons">
        <button type="submit" class="primary">
          {t('labels_save')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('options_cancel')}
        </button>
      </p>
    </form>
  )
}
