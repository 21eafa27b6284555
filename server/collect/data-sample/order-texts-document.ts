/** Texts that people and apps write on orders, newest first. No name, e-mail, phone or street is asked for. */
export const ORDER_TEXTS = `query OrderTexts($after: String) {
  orders(first: 50, after: $after, sortKey: CREATED_AT, reverse: true) {
    nodes { id name note tags customAttributes { key value } }
    pageInfo { hasNextPage endCursor }
  }
}`;
