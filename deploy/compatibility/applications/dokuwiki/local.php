<?php
$conf['title'] = getenv('TENANT_SLUG');
$conf['savedir'] = getenv('STATE_DIRECTORY');
$conf['useacl'] = 0;
