import { BlockStack, Checkbox, Link, Text, Tooltip } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../words/use-words.ts';
import { FactorBadge } from './factor-badge.tsx';
import { factorState, isActive, isConfirmed, liveOf } from './register.ts';
import { useTold } from './use-told.ts';
import type { AccountRow, PersonRow } from '../../../core/api/people.ts';
import { SERVICE_NAMES, type SensitiveService } from '../../../core/data/sensitive-services.ts';
import type { Instant } from '../../../core/time.ts';

interface PeopleMatrixProps {
  readonly people: readonly PersonRow[];
  readonly services: readonly SensitiveService[];
  readonly now: Instant;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** A row a person, a column a service; on a phone a block a person, with the services that she has. */
export function PeopleMatrix({ people, services, now, chosen, onChoose }: PeopleMatrixProps) {
  const { t } = useTranslation('people');
  const { text } = useWords();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    // A region that scrolls by keyboard too, when there are more services than fit.
    <div className="prahari-scroll" role="region" aria-label={t('matrix.title')} tabIndex={0}>
      <table role="table" className="prahari-table prahari-rows prahari-matrix">
        <caption>
          <Text as="span" visuallyHidden>
            {t('matrix.title')}
          </Text>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('matrix.person')}
            </th>
            {services.map((service) => (
              <th key={service} role="columnheader" scope="col">
                {text(SERVICE_NAMES[service])}
              </th>
            ))}
            <th role="columnheader" scope="col">
              {t('matrix.confirmed')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {people.map((person) => (
            <tr key={person.id} role="row">
              <th role="rowheader" scope="row">
                <PersonHead person={person} isChosen={chosen.has(person.id)} onToggle={() => toggle(person.id)} />
              </th>
              {services.map((service) => {
                const accounts = person.accounts.filter((account) => account.service === service);
                return (
                  <td
                    key={service}
                    role="cell"
                    data-title={text(SERVICE_NAMES[service])}
                    {...(accounts.length === 0 && { 'data-empty': true })}
                  >
                    {accounts.length === 0 ? (
                      <NoAccount />
                    ) : (
                      <BlockStack gap="100" inlineAlign="start">
                        {accounts.map((account) => (
                          <AccountCell key={account.id} person={person} account={account} now={now} />
                        ))}
                      </BlockStack>
                    )}
                  </td>
                );
              })}
              <td role="cell" data-title={t('matrix.confirmed')}>
                <Confirmed person={person} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PersonHeadProps {
  readonly person: PersonRow;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function PersonHead({ person, isChosen, onToggle }: PersonHeadProps) {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const notes = [person.role, person.email, person.leftAt && t('left.since', { date: date(person.leftAt) })];
  return (
    <div className="prahari-pick">
      <Checkbox
        label={t('review.pick', { name: person.name })}
        labelHidden
        checked={isChosen}
        onChange={onToggle}
        disabled={person.accounts.length === 0}
      />
      <BlockStack gap="050">
        <Link url={`/people/${encodeURIComponent(person.id)}`} removeUnderline>
          {person.name}
        </Link>
        {notes
          .filter((note) => note !== null)
          .map((note) => (
            <Text key={note} as="span" tone="subdued" variant="bodySm" breakWord>
              {note}
            </Text>
          ))}
      </BlockStack>
    </div>
  );
}

function NoAccount() {
  const { t } = useTranslation('people');
  return (
    <>
      <span aria-hidden="true">–</span>
      <Text as="span" visuallyHidden>
        {t('matrix.noAccount')}
      </Text>
    </>
  );
}

/** Who says so and when stands in the hint, and in the text that a screen reader reads. */
function AccountCell({ person, account, now }: { person: PersonRow; account: AccountRow; now: Instant }) {
  const { t } = useTranslation('people');
  const told = useTold(now);
  const state = factorState(account, now);
  const statements = liveOf(account, state === 'inactive' ? 'isActive' : 'secondFactor', now);
  const words =
    state === 'conflict'
      ? t('conflict.of', {
          what: statements
            .map((statement) =>
              t('conflict.one', { word: t(`factor.${String(statement.value)}`), told: told(statement) }),
            )
            .join(' · '),
        })
      : statements[0]
        ? told(statements[0])
        : t(state === 'expired' ? 'matrix.expiredWords' : 'matrix.unknownWords');
  return (
    <Tooltip content={words} width="wide">
      <Link url={`/people/${encodeURIComponent(person.id)}`} removeUnderline monochrome>
        <FactorBadge state={state} />
        <Text as="span" visuallyHidden>
          {words}
        </Text>
      </Link>
    </Tooltip>
  );
}

function Confirmed({ person, now }: { person: PersonRow; now: Instant }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const accounts = person.accounts.filter((account) => isActive(account, now));
  if (accounts.length === 0) return <NoAccount />;
  const open = accounts.filter((account) => !isConfirmed(account, now)).length;
  const oldest = accounts.flatMap(({ confirmedOn }) => confirmedOn ?? []).sort()[0];
  return (
    <Text as="span" {...(open > 0 && { tone: 'subdued' as const })}>
      {open > 0 || oldest === undefined
        ? t('matrix.toConfirm', { count: open })
        : t('matrix.confirmedOn', { day: day(oldest) })}
    </Text>
  );
}
