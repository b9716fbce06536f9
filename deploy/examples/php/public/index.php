<?php
// A guest book: notes in PostgreSQL, files in the tenant's storage, a page about the site in its cache.
declare(strict_types=1);

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = preg_match('~^/api/files/(\w[\w.-]{0,99})$~', $path, $name) ? getenv('STATE_DIRECTORY') . "/uploads/$name[1]" : null;

match (true) {
    $path === '/' => page(),
    $path === '/api/health' => json(['status' => database()->query('select 1') ? 'up' : 'down']),
    $path === '/api/notes' && $_SERVER['REQUEST_METHOD'] === 'POST' => write(),
    $path === '/api/notes' => json(notes()),
    $path === '/api/about' => about(),
    $file !== null && $_SERVER['REQUEST_METHOD'] === 'PUT' => store($file),
    $file !== null && is_file($file) => readfile($file),
    default => http_response_code(404),
};

function database(): PDO
{
    ['DATABASE_HOST' => $host, 'DATABASE_PORT' => $port, 'DATABASE_NAME' => $name] = getenv();
    return new PDO("pgsql:host=$host;port=$port;dbname=$name", getenv('DATABASE_USER'), getenv('DATABASE_PASSWORD'));
}

function notes(): array
{
    return database()->query('select text from note order by id desc limit 100')->fetchAll(PDO::FETCH_COLUMN);
}

function write(): void
{
    $note = json_decode(file_get_contents('php://input'), flags: JSON_THROW_ON_ERROR);
    database()->prepare('insert into note (text) values (?)')->execute([$note->text]);
    http_response_code(201);
}

function store(string $file): void
{
    copy('php://input', $file);
    http_response_code(201);
}

function about(): void
{
    $cached = getenv('CACHE_DIRECTORY') . '/about.json';
    if (!is_file($cached)) {
        $made = ['tenant' => getenv('TENANT_SLUG'), 'domain' => getenv('TENANT_DOMAIN'), 'madeAt' => date(DATE_ATOM)];
        file_put_contents($cached, json_encode($made), LOCK_EX);
    }
    json(json_decode(file_get_contents($cached)));
}

function json(mixed $value): void
{
    header('Content-Type: application/json');
    echo json_encode($value, JSON_THROW_ON_ERROR);
}

function page(): void
{
    $items = array_map(fn ($text) => '<li>' . htmlspecialchars($text) . '</li>', notes());
    echo '<!doctype html><title>Guest book</title><h1>Guest book</h1><ul>', implode($items), '</ul>';
}
