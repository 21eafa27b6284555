import { BlockStack } from '@shopify/polaris';
import { GstinField } from '../../components/registrations/gstin-field.tsx';
import { RegistrationList } from '../../components/registrations/registration-list.tsx';

/** The guide's first step. It brings the law of the number along, so it is loaded once home stands. */
export function GstinStep({ isDisabled }: { isDisabled: boolean }) {
  return (
    <BlockStack gap="400">
      <GstinField isDisabled={isDisabled} isPrimary />
      <RegistrationList isDisabled={isDisabled} />
    </BlockStack>
  );
}
