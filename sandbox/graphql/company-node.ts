import type { ShopCompany } from '../shops/commerce/commerce-state.ts';
import type { ShopState } from '../shops/shop-state.ts';
import type { PageArguments } from './connection.ts';
import { listed, type ListContext } from './listed.ts';

export function companyNode(company: ShopCompany, shop: ShopState) {
  return {
    __typename: 'Company',
    id: `gid://shopify/Company/${company.id}`,
    name: company.name,
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    locations: (args: PageArguments, context: ListContext) =>
      listed([company], args, context, (one) => companyLocationNode(one, shop)),
    locationsCount: { count: 1, precision: 'EXACT' },
  };
}

export function companyLocationNode(company: ShopCompany, shop: ShopState) {
  return {
    __typename: 'CompanyLocation',
    id: `gid://shopify/CompanyLocation/${company.id}`,
    name: company.name,
    currency: shop.currencyCode,
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    company: () => companyNode(company, shop),
    taxRegistrationId: company.taxRegistrationId,
    taxSettings: { taxRegistrationId: company.taxRegistrationId, taxExempt: false, taxExemptions: [] },
  };
}
