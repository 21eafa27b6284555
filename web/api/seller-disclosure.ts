import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { SellerDisclosure, SellerDisclosureState } from '../../core/api/seller-disclosure.ts';

/** What the shop shows of its seller, read from Shopify. */
export function useSellerDisclosure() {
  return useQuery({
    queryKey: KEYS.sellerDisclosure,
    queryFn: ({ signal }) => api.get<SellerDisclosureState>('/seller-disclosure', signal),
  });
}

/** Null takes everything from the shop. What was asked of Shopify may have failed half way, so it is read anew. */
export function useShowSeller() {
  const client = useQueryClient();
  return useMutation<unknown, Error, SellerDisclosure | null>({
    mutationFn: (shown) =>
      shown === null ? api.remove('/seller-disclosure') : api.put<SellerDisclosureState>('/seller-disclosure', shown),
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.sellerDisclosure }),
  });
}
