import type { ShopCompany } from '../shops/commerce/commerce-state.ts';
import { firmsOf, peopleOf, type CompanyPerson, type CustomerId } from '../shops/commerce/customers.ts';
import type { ShopState } from '../shops/shop-state.ts';
import type { PageArguments } from './connection.ts';
import { listed, type ListContext } from './listed.ts';

export function companyNode(company: ShopCompany, shop: ShopState): object {
  return {
    __typename: 'Company',
    id: `gid://shopify/Company/${company.id}`,
    name: company.name,
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    contacts: (args: PageArguments, context: ListContext) =>
      listed(peopleOf(company), args, context, (person) => contactNode(shop, company, person)),
    locations: (args: PageArguments, context: ListContext) =>
      listed([company], args, context, (one) => companyLocationNode(one, shop)),
    locationsCount: { count: 1, precision: 'EXACT' },
  };
}

export function companyLocationNode(company: ShopCompany, shop: ShopState): object {
  return {
    __typename: 'CompanyLocation',
    id: `gid://shopify/CompanyLocation/${company.id}`,
    name: company.name,
    currency: shop.currencyCode,
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    company: () => companyNode(company, shop),
    roleAssignments: (args: PageArguments, context: ListContext) => assignmentsOf(shop, company, args, context),
    taxRegistrationId: company.taxRegistrationId,
    taxSettings: { taxRegistrationId: company.taxRegistrationId, taxExempt: false, taxExemptions: [] },
  };
}

/** A Customer of whom nothing is held but for which firms she buys. */
export function customerNode(shop: ShopState, id: CustomerId): object {
  return {
    __typename: 'Customer',
    id: `gid://shopify/Customer/${id}`,
    legacyResourceId: String(id),
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    state: 'ENABLED',
    companyContactProfiles: () => firmsOf(shop, id).map(({ company, person }) => contactNode(shop, company, person)),
  };
}

function contactNode(shop: ShopState, company: ShopCompany, person: CompanyPerson): object {
  return {
    __typename: 'CompanyContact',
    id: `gid://shopify/CompanyContact/${person.contactId}`,
    isMainContact: person.role === 'Location admin',
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    company: () => companyNode(company, shop),
    customer: () => customerNode(shop, person.customerId),
    roleAssignments: (args: PageArguments, context: ListContext) =>
      listed([person], args, context, (one) => assignmentNode(shop, company, one)),
  };
}

function assignmentsOf(shop: ShopState, company: ShopCompany, args: PageArguments, context: ListContext) {
  return listed(peopleOf(company), args, context, (person) => assignmentNode(shop, company, person));
}

function assignmentNode(shop: ShopState, company: ShopCompany, person: CompanyPerson): object {
  return {
    __typename: 'CompanyContactRoleAssignment',
    id: `gid://shopify/CompanyContactRoleAssignment/${person.contactId}`,
    createdAt: shop.createdAt,
    updatedAt: shop.updatedAt,
    company: () => companyNode(company, shop),
    companyContact: () => contactNode(shop, company, person),
    companyLocation: () => companyLocationNode(company, shop),
    role: {
      id: `gid://shopify/CompanyContactRole/${person.role === 'Location admin' ? 1 : 2}`,
      name: person.role,
      note: null,
    },
  };
}
