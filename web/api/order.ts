import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { KEYS } from './keys.ts';
import type { OrderGst } from '../../core/api/order-gst.ts';

/** One order, read live from Shopify and judged. */
export function useOrderGst(id: string) {
  return useQuery({
    queryKey: KEYS.order(id),
    queryFn: ({ signal }) => api.get<OrderGst>(`/orders/${id}/gst`, signal),
  });
}

/** Reads it anew, asks the look-up service for the buyer's number, and has a check follow. */
export function useCheckOrder(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<OrderGst>(`/orders/${id}/check`),
    onSuccess: (order) => client.setQueryData(KEYS.order(id), order),
  });
}
