import mongoose from 'mongoose';

/** Fields whose values never leave the server: sealed values, blind indexes, wrapped keys. */
const SECRET_FIELD = /sealed|index$|wrapped|^pair$|keyId$|token|hash|^signature$/i;
const SHORTEST = 6;

/** Every value of such a field that stands in the store, of every shop. Read past the tenant guard, as a thief would. */
export async function secretsIn(uri: string): Promise<string[]> {
  const found = new Set<string>();
  const client = await mongoose.mongo.MongoClient.connect(uri);
  try {
    const store = client.db();
    for (const { name } of await store.listCollections().toArray()) {
      for (const document of await store.collection(name).find({}).toArray()) {
        // The audit log's hashes are for its owner, to be written down; what signs them is for nobody.
        const { hash: _hash, previousHash: _previous, ...rest } = document;
        collect(name === 'audit_entries' ? rest : document, '', found);
      }
    }
  } finally {
    await client.close();
  }
  return [...found];
}

function collect(value: unknown, field: string, found: Set<string>): void {
  if (typeof value === 'string') {
    if (SECRET_FIELD.test(field) && value.length >= SHORTEST) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? field : name, found);
  }
}
