import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const CHINESE = "[\\u3400-\\u9fff]";
const wordsMessage = "Words that users see come from src/words.";
const noChinese = ["Literal[value=/X/]", "TemplateElement[value.raw=/X/]", "JSXText[value=/X/]"].map((selector) => ({
  selector: selector.replace("X", CHINESE),
  message: wordsMessage,
}));
const barrels = [
  { name: "antd", message: "Import antd/es/<component>: the barrel puts every component in the entry chunk." },
  { name: "antd/es", message: "Import antd/es/<component>." },
  { name: "@ant-design/icons", message: "Import @ant-design/icons/<Icon>." },
];
const live = { group: ["urql", "@urql/*", "graphql-ws", "@/live/*", "@/gql"], message: "Components get props; pages own data." };

export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { ignores: ["dist", "src/gql", "node_modules", "build/*.mjs", "test/mock", "build/*.cjs"] },
  ...tseslint.configs.strict,
  hooks.configs.flat["recommended-latest"],
  {
    rules: {
      "no-restricted-imports": ["error", { paths: barrels }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-invalid-void-type": "off",
      "max-lines": ["error", { max: 300 }],
    },
  },
  { files: ["src/**/*.{ts,tsx}"], ignores: ["src/words/**"], rules: { "no-restricted-syntax": ["error", ...noChinese] } },
  {
    files: ["src/components/**"],
    rules: { "no-restricted-imports": ["error", { paths: barrels, patterns: [{ ...live, allowTypeImports: true }] }] },
  },
);
