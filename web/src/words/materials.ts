export const materialWords = { title: "材料" };
