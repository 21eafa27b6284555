import { BlockStack, List, Text } from '@shopify/polaris';

/** A long list has the same mistake in many lines. */
const AT_FIRST = 10;

interface LineProblemsProps {
  readonly title: string;
  /** A sentence for each line that needs a look. */
  readonly problems: readonly string[];
  /** Said of those that are not shown. */
  readonly more: (many: number) => string;
}

/** Lines of a list that need a look; nothing where there are none. */
export function LineProblems({ title, problems, more }: LineProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <List>
        {problems.slice(0, AT_FIRST).map((words, index) => (
          <List.Item key={`${index} ${words}`}>
            <span className="prahari-wrap">{words}</span>
          </List.Item>
        ))}
      </List>
      {problems.length > AT_FIRST && (
        <Text as="p" tone="subdued">
          {more(problems.length - AT_FIRST)}
        </Text>
      )}
    </BlockStack>
  );
}
