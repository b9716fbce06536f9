<?php
$wgSitename = getenv('TENANT_SLUG');
$wgServer = getenv('PUBLIC_URL');
$wgScriptPath = '';
$wgDBtype = 'postgres';
$wgDBserver = getenv('DATABASE_HOST');
$wgDBport = getenv('DATABASE_PORT');
$wgDBname = getenv('DATABASE_NAME');
$wgDBuser = getenv('DATABASE_USER');
$wgDBpassword = getenv('DATABASE_PASSWORD');
$wgDBmwschema = 'public';
$wgSecretKey = getenv('SECRET_KEY');
$wgCacheDirectory = getenv('CACHE_DIRECTORY');
$wgEnableUploads = true;
$wgUploadDirectory = getenv('STATE_DIRECTORY') . '/images';
$wgJobRunRate = 0;
wfLoadSkin('Vector');
