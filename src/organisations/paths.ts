// The addresses of contacts and bodies.
export const bodyPaths = {
  people: '/desk/people',
  bodies: '/desk/bodies',
  newBody: '/desk/bodies/new',
  body: (id: string) => `/desk/bodies/${id}`,
  contracts: (id: string) => `/desk/bodies/${id}/contracts`,
  contractEnd: (id: string, contract: string) => `/desk/bodies/${id}/contracts/${contract}/end`,
  signposts: '/desk/signposts',
  newSignpost: '/desk/signposts/new',
  signpost: (id: string) => `/desk/signposts/${id}`,
} as const;
