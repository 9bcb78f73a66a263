const { isEnumType } = require("graphql");

/** Every enum of the contract as a type: the client preset writes only those that some operation names. */
exports.plugin = (schema) =>
  Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith("__"))
    .map((type) => `export type ${type.name} = ${type.getValues().map((value) => `"${value.name}"`).join(" | ")};`)
    .join("\n");
