import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from './problems.ts';

/** `networkMode: always`: a call without a network must fail in words, not wait in silence. */
export function createQueryClient({ retries }: { retries: number }): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) => failures < retries && isWorthRetrying(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
