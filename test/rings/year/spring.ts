import type { Step } from './step.ts';

const service = 'app/services/product_service.py';

/** The shop starts: rules, routes, the first fields. */
export const spring: readonly Step[] = [
  [
    'Ada starts, with a database that has rows',
    ({ tool }) => {
      tool('alembic', 'upgrade', 'head');
      tool('python', `${import.meta.dirname}/seed.py`);
    },
  ],
  [
    'Ada writes a rule into a service, with its test',
    ({ edit, append, write }) => {
      edit(
        service,
        'from app.core.service',
        'from fastapi import HTTPException, status\n\nfrom app.core.service',
      );
      append(
        service,
        `
    async def save(self, record: Product) -> Product:
        """(Ada) some names are ours."""
        if record.slug == "new":
            raise HTTPException(status.HTTP_409_CONFLICT, "This slug is ours")
        return await super().save(record)
`,
      );
      write(
        'tests/test_slug_rule.py',
        `"""(Ada) the rule about slugs."""

from httpx2 import AsyncClient


async def test_some_slugs_are_ours(client: AsyncClient) -> None:
    body = {"name": "New", "slug": "new", "price": "1.00"}
    assert (await client.post("/api/v1/products", json=body)).status_code == 409
`,
      );
    },
  ],
  [
    'a field is added beside the rule',
    ({ hut }) => hut('add field Product barcode:string:20:optional:index'),
  ],
  [
    'Bob puts the decorators of a router on one line',
    ({ edit }) =>
      edit(
        'app/api/v1/tags.py',
        '@router.get(\n    "/{tag_id}",\n    response_model=TagRead,\n    responses=NOT_FOUND,\n)',
        '# (Bob) shorter\n@router.get("/{tag_id}", response_model=TagRead, responses=NOT_FOUND)',
      ),
  ],
  ['a field of that router is renamed', ({ hut }) => hut('rename field Tag name label')],
  [
    'Ada adds a query, a method and a route that uses them',
    ({ edit, append }) => {
      edit(
        'app/repositories/product_repository.py',
        'from sqlalchemy.orm import selectinload\n',
        'import uuid\n\nfrom sqlalchemy import func, select\nfrom sqlalchemy.orm import selectinload\n',
      );
      edit(
        'app/repositories/product_repository.py',
        'from app.models.product import Product\n',
        'from app.models.product import Product\nfrom app.models.review import Review\n',
      );
      append(
        'app/repositories/product_repository.py',
        `
    async def count_reviews(self, product_id: uuid.UUID) -> int:
        """(Ada) how many there are."""
        statement = select(func.count()).where(Review.product_id == product_id)
        return await self.session.scalar(statement) or 0
`,
      );
      edit(
        service,
        'from fastapi import HTTPException, status\n',
        'import uuid\n\nfrom fastapi import HTTPException, status\n',
      );
      append(
        service,
        `
    async def count_reviews(self, product_id: uuid.UUID) -> int:
        """(Ada) of a product that exists."""
        await self.get(product_id)
        return await ProductRepository(self.session).count_reviews(product_id)
`,
      );
      append(
        'app/api/v1/products.py',
        `

@router.get("/{product_id}/reviews/count", responses=NOT_FOUND)
async def count_reviews(service: ProductServiceDep, product_id: uuid.UUID) -> int:
    """(Ada) for the badge in lists."""
    return await service.count_reviews(product_id)
`,
      );
    },
  ],
  [
    'a field of the same entity gets longer',
    ({ hut }) => hut('change field Product.name string:160:index'),
  ],
  [
    'an entity comes, with all its layers',
    ({ hut }) => hut('add crud Supplier name:string:80:unique email:email:optional'),
  ],
  ['and a relation to it', ({ hut }) => hut('add field Product supplier:Supplier:optional')],
  ['the database follows', ({ tool }) => void tool('alembic', 'upgrade', 'head')],
  ['Bob deletes a test that is in his way', ({ drop }) => drop('tests/test_tags.py')],
  [
    'what it tested grows, and it stays deleted',
    ({ hut }) => hut('add field Tag colour:string:20:optional'),
  ],
  [
    'Ada adds a setting between ours',
    ({ edit }) => {
      edit(
        'app/core/settings.py',
        '    # Longest request body',
        '    # (Ada) who is told when something breaks\n    support_email: str = "ada@example.org"\n    # Longest request body',
      );
      edit(
        '.env.example',
        '# Longest request body',
        '# (Ada) who is told\nSUPPORT_EMAIL=ada@example.org\n# Longest request body',
      );
    },
  ],
  [
    'Bob adds a dependency beside ours',
    ({ edit }) =>
      edit(
        'pyproject.toml',
        '    "fastapi>=',
        '    "idna>=3.7",  # (Bob) for names of hosts\n    "fastapi>=',
      ),
  ],
];
