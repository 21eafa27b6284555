import type { SellerDisclosure, SellerDisclosureState } from '../../core/api/seller-disclosure.ts';

/** Of an invented firm. */
export function aSeller(over: Partial<SellerDisclosure> = {}): SellerDisclosure {
  return {
    legalName: 'Marigold Crafts (invented)',
    gstin: '27AAAPZ1234C1Z0',
    address: '12 Invented Road\nPune 411001',
    email: 'care@marigold.example',
    phone: '+91 20 0000 0000',
    officerName: 'Nobody Invented',
    officerTitle: 'Grievance officer',
    officerEmail: 'officer@marigold.example',
    officerPhone: '+91 20 0000 0001',
    ...over,
  };
}

export function aSellerState(over: Partial<SellerDisclosureState> = {}): SellerDisclosureState {
  const editor = 'https://marigold.myshopify.com/admin/themes/current/editor';
  return {
    shown: aSeller(),
    updatedAt: '2026-11-20T06:30:00.000Z',
    suggested: {},
    verifiedAsOf: '2026-11-19T06:30:00.000Z',
    editorUrls: { seller: `${editor}?x=seller`, cart: `${editor}?x=cart`, cartEmbed: `${editor}?x=embed` },
    ...over,
  };
}
