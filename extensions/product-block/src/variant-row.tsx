import { useState } from 'preact/hooks';
import type { VariantGst } from '../../../core/api/product-gst.ts';
import type { Day } from '../../../core/time.ts';
import { textIn } from '../../shared/event-value.ts';
import type { Words } from '../../shared/words.ts';
import { countries, countryName } from './countries.ts';
import { MendNews } from './mend-news.tsx';
import { changesOf, hsnIn } from './mending.ts';
import { percent, rateOfToday, rateSentences } from './rate-words.ts';
import type { Mending } from './use-mending.ts';

interface RowProps {
  readonly variant: VariantGst;
  readonly words: Words;
  readonly mending: Mending;
  readonly today: Day;
  readonly mayMend: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

const NO_ERRORS = { hsn: '', origin: '' };

/** One variant; opened, its code and origin become fields in their own cells. */
export function VariantRow({ variant, words, mending, today, mayMend, isOpen, onOpen }: RowProps) {
  const [hsn, setHsn] = useState('');
  const [origin, setOrigin] = useState('');
  const [errors, setErrors] = useState(NO_ERRORS);
  const { title, sku, hsnFrom, originCountryCode } = variant;
  // A code that stands elsewhere counts here, but is mended where it stands.
  const own = hsnFrom === 'variant-field' ? variant.hsn : null;

  function edit(): void {
    setHsn(own ?? '');
    setOrigin(originCountryCode ?? '');
    setErrors(NO_ERRORS);
    onOpen(true);
  }

  async function save(): Promise<void> {
    const code = hsnIn(hsn);
    if (code === undefined) {
      setErrors({ ...NO_ERRORS, hsn: words.t('mend.hsn.malformed') });
      return;
    }
    const after = { hsn: code, originCountryCode: origin === '' ? null : origin };
    const change = changesOf(variant.id, { hsn: own, originCountryCode }, after);
    if (change === null) {
      onOpen(false);
      return;
    }
    const { isDone, problem } = await mending.save(change);
    if (isDone) onOpen(false);
    else if (problem?.kind === 'hsn') setErrors({ ...NO_ERRORS, hsn: words.t(problem.key) });
    else if (problem?.kind === 'origin') setErrors({ ...NO_ERRORS, origin: words.t(problem.key) });
  }

  return (
    <s-table-row>
      <s-table-cell>
        <s-stack direction="block" gap="small-300">
          <s-text type="strong">{title}</s-text>
          {sku === null || sku === '' ? null : <s-text color="subdued">{sku}</s-text>}
          <s-text color="subdued">{words.rupees(variant.pricePaise)}</s-text>
        </s-stack>
      </s-table-cell>
      <s-table-cell>
        <s-stack direction="block" gap="small">
          {' '}
          {isOpen ? (
            <s-text-field
              label={words.t('mend.hsn.label', { variant: title })}
              labelAccessibilityVisibility="exclusive"
              details={own === null && variant.hsn !== null ? words.t('mend.hsn.elsewhere') : words.t('mend.hsn.help')}
              value={hsn}
              error={errors.hsn}
              autocomplete="off"
              onInput={(event) => {
                setHsn(textIn(event));
                setErrors(NO_ERRORS);
              }}
            />
          ) : (
            <Code variant={variant} words={words} />
          )}
          <MendNews words={words} mending={mending} isHere={mending.place === variant.id} />
        </s-stack>
      </s-table-cell>
      <s-table-cell>
        <Rate variant={variant} words={words} today={today} />
      </s-table-cell>
      <s-table-cell>
        {isOpen ? (
          <s-select
            label={words.t('mend.origin.label', { variant: title })}
            labelAccessibilityVisibility="exclusive"
            value={origin}
            error={errors.origin}
            onChange={(event) => setOrigin(textIn(event))}
          >
            <s-option value="">{words.t('mend.origin.none')}</s-option>
            {countries(words.language).map(({ code, name }) => (
              <s-option key={code} value={code}>
                {name}
              </s-option>
            ))}
          </s-select>
        ) : originCountryCode === null ? (
          <s-text tone="caution">{words.t('origin.none')}</s-text>
        ) : (
          <s-text>{countryName(originCountryCode, words.language)}</s-text>
        )}
      </s-table-cell>
      {mayMend ? (
        <s-table-cell>
          {isOpen ? (
            <s-stack direction="block" gap="small-300">
              <s-button variant="primary" loading={mending.isRunning} onClick={() => void save()}>
                {words.t('mend.save')}
              </s-button>
              <s-button onClick={() => onOpen(false)}>{words.t('mend.cancel')}</s-button>
            </s-stack>
          ) : (
            <s-button onClick={edit} accessibilityLabel={words.t('mend.editLabel', { variant: title })}>
              {words.t('mend.edit')}
            </s-button>
          )}
        </s-table-cell>
      ) : null}
    </s-table-row>
  );
}

function Code({ variant, words }: Pick<RowProps, 'variant' | 'words'>) {
  const { hsn, hsnFrom, verdict } = variant;
  return (
    <s-stack direction="block" gap="small-300">
      <s-stack direction="inline" gap="small" alignItems="center">
        {hsn === null ? null : <s-text fontVariantNumeric="tabular-nums">{hsn}</s-text>}
        <s-badge tone={verdict.isGood ? 'success' : 'warning'}>
          {words.t(verdict.isGood ? 'hsn.good' : 'hsn.toMend')}
        </s-badge>
      </s-stack>
      {hsnFrom === null ? null : <s-text color="subdued">{words.t(`hsn.from.${hsnFrom}`)}</s-text>}
      <s-text>{words.of(verdict.sentence)}</s-text>
    </s-stack>
  );
}

function Rate({ variant, words, today }: Pick<RowProps, 'variant' | 'words' | 'today'>) {
  const band = rateOfToday(variant.rates);
  const sentences = rateSentences(variant.rates, { pricePaise: variant.pricePaise, today, words });
  return (
    <s-stack direction="block" gap="small-300">
      <s-text>
        {band === null ? words.t(variant.hsn === null ? 'rate.noCode' : 'rate.unknown') : percent(band.ratePpm)}
      </s-text>
      {sentences.map((sentence) => (
        <s-text key={sentence} color="subdued">
          {sentence}
        </s-text>
      ))}
    </s-stack>
  );
}
