import { existsSync } from "node:fs";
import type { CodegenConfig } from "@graphql-codegen/cli";

const REPOSITORY_SCHEMA = "../schema.graphql";
const schema = existsSync(REPOSITORY_SCHEMA) ? REPOSITORY_SCHEMA : "schema.contract.graphql";

const config: CodegenConfig = {
  schema,
  documents: ["src/**/*.{ts,tsx}", "!src/gql/**"],
  ignoreNoDocuments: true,
  generates: {
    "src/gql/enums.ts": { plugins: ["./build/enumTypes.cjs"] },
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { DateTime: "string", Date: "string", Cursor: "string", URL: "string" },
      },
    },
  },
};

export default config;
