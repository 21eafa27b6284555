import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccess } from '../../../test/factories.ts';
import { ownScopes } from './own-scopes.ts';

const required = ['read_themes', 'read_locations'];
const optional = ['read_orders'];

describe('security/own-scopes', () => {
  it.each([
    [['read_themes', 'read_locations'], undefined],
    [['read_themes', 'read_locations', 'read_orders'], undefined],
    [['read_themes', 'read_locations', 'read_users'], undefined], // given by Shopify Support
    [['read_themes'], undefined], // too little is the collectors' matter
    [['read_themes', 'read_locations', 'write_themes', 'read_customers'], 'read_customers, write_themes'],
  ])('%j holds too much: %s', (granted, scopes) => {
    const { findings } = assess(ownScopes, { access: anAccess({ granted, required, optional }) });
    expect(findings[0]?.data.scopes).toBe(scopes);
  });
});
