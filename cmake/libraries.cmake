# What comes from outside, all of it from Debian's packages. Only src/platform/**/*.cpp may include it.

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(PkgConfig REQUIRED)

set(FABNUM_OUTSIDE Threads::Threads Boost::headers Boost::json)
foreach(library
        openssl zlib libbrotlienc  # platform/http
        libpq                      # platform/sql
        libsodium                  # platform/crypto
        icu-i18n icu-uc            # platform/i18n
        tomlplusplus fmt           # platform/config, platform/i18n, platform/log
        vips                       # platform/files
        libcurl                    # platform/mail
        xlsxwriter                 # platform/sheets
        libqrencode                # platform/qr
        expat)                     # platform/xml
    pkg_check_modules(${library} REQUIRED IMPORTED_TARGET ${library})
    list(APPEND FABNUM_OUTSIDE PkgConfig::${library})
endforeach()
