import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { errorSchema } from './catalog/error-schema.ts';
import { familySchema } from './catalog/family-schema.ts';
import { findingSchema } from './catalog/finding-schema.ts';
import { waySchema } from './catalog/way-schema.ts';
import { stepSchema } from './guide/tree/step-schema.ts';

export const collections = {
  errors: defineCollection({ loader: glob({ base: './content/errors', pattern: '*.mdx' }), schema: errorSchema }),
  families: defineCollection({ loader: glob({ base: './content/families', pattern: '*.mdx' }), schema: familySchema }),
  findings: defineCollection({ loader: glob({ base: './content/findings', pattern: '*.mdx' }), schema: findingSchema }),
  getTheLog: defineCollection({ loader: glob({ base: './content/get-the-log', pattern: '*.mdx' }), schema: waySchema }),
  guide: defineCollection({ loader: glob({ base: './content/guide', pattern: '*.mdx' }), schema: stepSchema }),
};
