import type {} from '@shopify/ui-extensions/customer-account.profile.company-location-addresses.render-after';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BuyerCompany } from '../../../core/api/buyer-gstin.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { companyIn } from '../../shared/buyer-answers.ts';
import { createBuyerApi } from '../../shared/buyer-api.ts';
import { GstinField } from '../../shared/gstin-field.tsx';
import { useSending } from '../../shared/use-sending.ts';
import type { Words } from '../../shared/words.ts';

interface CompanyGstinProps {
  readonly words: Words;
  readonly locationId: string;
  readonly token: () => Promise<string>;
}

/** A field in the shop may hold anything. */
const LONGEST_SHOWN = 40;

/** The number of one location of a buying company, for its own people; those who may change it can. */
export function CompanyGstin({ words, locationId, token }: CompanyGstinProps) {
  const api = useRef(createBuyerApi({ token })).current;
  const [company, setCompany] = useState<BuyerCompany | null>(null);
  const [isEditing, setEditing] = useState(false);
  const { step, gstin, refusal, trouble, type, send } = useSending(words, async (number) => {
    const answer = await api.put<BuyerCompany>('/company', { locationId, gstin: number });
    const saved = companyIn(answer);
    if (saved) setCompany(saved);
    if (answer.kind === 'ok') setEditing(false);
    return answer;
  });

  useEffect(() => {
    let isHere = true;
    const query = new URLSearchParams({ location: locationId });
    void api.get<BuyerCompany>(`/company?${query.toString()}`).then((answer) => {
      if (isHere) setCompany(companyIn(answer));
    });
    return () => {
      isHere = false;
    };
  }, [api, locationId]);

  function edit(isWanted: boolean): void {
    type('');
    setEditing(isWanted);
  }

  if (company === null) return null;
  const outcome = step === 'sent' ? 'saved' : trouble;
  return (
    <s-section heading={words.t('heading')}>
      <s-stack gap="base">
        <s-text>{company.gstin === null ? words.t('none') : visibleText(company.gstin).slice(0, LONGEST_SHOWN)}</s-text>
        {company.verdict === null ? null : <s-text color="subdued">{words.of(company.verdict)}</s-text>}
        {company.mayChange && !isEditing ? (
          <s-button variant="secondary" onClick={() => edit(true)}>
            {words.t(company.gstin === null ? 'add' : 'change')}
          </s-button>
        ) : null}
        {isEditing ? (
          <s-stack gap="base">
            <GstinField
              words={words}
              value={gstin}
              onValue={type}
              delivery={null}
              moment="later"
              isDisabled={step === 'sending'}
              refusal={refusal}
            />
            <s-stack direction="inline" gap="base">
              <s-button variant="primary" loading={step === 'sending'} onClick={() => void send()}>
                {words.t('save')}
              </s-button>
              <s-button variant="secondary" onClick={() => edit(false)}>
                {words.t('cancel')}
              </s-button>
            </s-stack>
          </s-stack>
        ) : null}
        <s-stack accessibilityRole="status">{outcome === null ? null : <s-text>{words.t(outcome)}</s-text>}</s-stack>
      </s-stack>
    </s-section>
  );
}
