/** Starts the shop's workflows that begin with a trigger of ours. No scope is needed; a shop without Flow runs none. */
export const RECEIVE_TRIGGER = `mutation ReceiveTrigger($handle: String, $payload: JSON) {
  flowTriggerReceive(handle: $handle, payload: $payload) {
    userErrors { field message }
  }
}`;
