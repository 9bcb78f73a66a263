// The data set over node:sqlite: who asks, the page, and the children by keys. The same permissions as the service.
import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(process.env.DATABASE_URL.replace("sqlite://", ""));
database.exec("pragma query_only = on");
const statements = new Map();

function all(text, values) {
  let statement = statements.get(text);
  if (!statement) statements.set(text, (statement = database.prepare(text)));
  return statement.all(...values);
}

const VIEWER = `select v.id, v.authority_id from session s join account a on a.id = s.account_id
  join reviewer v on v.id = a.reviewer_id
  where s.token_hash = ? and s.state = 'OPEN' and s.last_seen_at > ? and a.state in ('PASSWORDLESS', 'ACTIVE')`;

export function identified(header) {
  const hash = createHash("sha256").update((header ?? "").replace("Bearer ", "")).digest("hex");
  const [viewer] = all(VIEWER, [hash, new Date().toISOString().replace("T", " ")]);
  if (!viewer) throw new Error("not signed in");
  const grants = all("select profession, regions from role_grant where reviewer_id = ?", [viewer.id]);
  return { authority: viewer.authority_id, scopes: scopesOf(grants) };
}

/** Each pair of profession and region once. */
function scopesOf(grants) {
  const found = new Map();
  for (const { profession, regions } of grants)
    for (const prefix of JSON.parse(regions)) found.set(`${profession} ${prefix}`, [profession, `${prefix}%`]);
  return [...found.values()];
}

export function queuePage(viewer, first, after, states) {
  const scope = viewer.scopes.map(() => "(profession = ? and region like ?)").join(" or ");
  const beyond = after ? JSON.parse(Buffer.from(after, "base64url").toString()) : [];
  const text = `select * from registration where authority_id = ? and submitted_at is not null and (${scope})
    and state in (${marks(states)}) ${after ? "and (updated_at, id) > (?, ?)" : ""} order by updated_at, id limit ?`;
  const rows = all(text, [viewer.authority, ...viewer.scopes.flat(), ...states, ...beyond, first + 1]);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const endCursor = last ? Buffer.from(JSON.stringify([last.updated_at, last.id])).toString("base64url") : null;
  return { pageInfo: { hasNextPage: rows.length > first, endCursor }, nodes };
}

export const peopleOf = (keys) => byKey("person", keys);
export const employersOf = (keys) => byKey("employer", keys);

export function stagesOf(keys) {
  const groups = new Map(keys.map((key) => [key, []]));
  const text = `select * from registration_stage where registration_id in (${marks(keys)}) order by registration_id, place`;
  for (const row of all(text, keys)) groups.get(row.registration_id).push(row);
  return keys.map((key) => groups.get(key));
}

function byKey(table, keys) {
  const rows = new Map(all(`select * from ${table} where id in (${marks(keys)})`, keys).map((row) => [row.id, row]));
  return keys.map((key) => rows.get(key) ?? null);
}

const marks = (values) => values.map(() => "?").join(", ");
