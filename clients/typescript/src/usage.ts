// What a maker of tools writes first: a list to its end, a refusal with its reason, an import that may be sent twice.
// Call: node dist/src/usage.js GATEWAY TOKEN CSV_OF_PARTIES
import { readFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/hustings.js";

type Problem = components["schemas"]["Problem"];
type Seat = components["schemas"]["Seat"];

const [gateway, token, parties] = process.argv.slice(2);
if (!gateway || !token || !parties) {
  throw new Error("Call: node dist/src/usage.js GATEWAY TOKEN CSV_OF_PARTIES");
}
const api = createClient<paths>({ baseUrl: gateway, headers: { Authorization: `Bearer ${token}` } });

class Refused extends Error {
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.type}: ${problem.detail}`);
  }
}

async function seatsHeldBy(holder: string): Promise<Seat[]> {
  const seats: Seat[] = [];
  let next: string | null | undefined;
  do {
    const { data, error } = await api.GET("/v1/seats", {
      params: { query: next ? { holder, cursor: next } : { holder } },
    });
    if (error) {
      throw new Refused(error);
    }
    seats.push(...data.items);
    next = data.next;
  } while (next);
  return seats;
}

async function winnerIn(seatCode: string): Promise<string | undefined> {
  const { data, error } = await api.GET("/v1/seats/{seatCode}", { params: { path: { seatCode } } });
  if (error) {
    throw new Refused(error);
  }
  return data.latestResult?.candidates[0]?.name ?? undefined;
}

async function importParties(csv: string, key: string): Promise<number> {
  const { data, error } = await api.POST("/v1/parties/imports", {
    params: { header: { "Idempotency-Key": key } },
    headers: { "Content-Type": "text/csv" },
    body: csv,
    bodySerializer: (body) => body,
  });
  if (error) {
    throw new Refused(error);
  }
  return data.created + data.unchanged;
}

const seats = await seatsHeldBy("lab");
const pointsBehind = seats.map((seat) => seat.majorityPct ?? Number.NaN);
const csv = await readFile(parties, "utf8");
const key = `usage-${Date.now()}`;

console.log(`seats ${seats.length}, of which known ${pointsBehind.filter(Number.isFinite).length}`);
console.log(`first in E14000653: ${await winnerIn("E14000653")}`);
console.log(await winnerIn("E14009999").catch((refused: Refused) => refused.message));
console.log(`parties ${await importParties(csv, key)}, again ${await importParties(csv, key)}`);
