/**
 * Classes of the default SMS_def.mof, each `WMI class = group name: properties`. A property is `*` when reported, its
 * name, `#` for a number, `?` for yes or no, `@` for a date (text without a sign), `+` for an array, `!` for a key.
 */
export const defaultMofTable: readonly string[] = [
  `Win32_ComputerSystem = Computer System: AdminPasswordStatus# AutomaticResetBootOption?
   AutomaticResetCapability? BootOptionOnLimit# BootOptionOnWatchDog# BootROMSupported? BootupState *Caption
   ChassisBootupState# CreationClassName *CurrentTimeZone# DaylightInEffect? *Description *Domain *DomainRole#
   FrontPanelResetStatus# InfraredSupported? InitialLoadInfo+ InstallDate@ KeyboardPasswordStatus# LastLoadInfo
   *Manufacturer *Model *Name! NameFormat NetworkServerModeEnabled? *NumberOfProcessors# OEMLogoBitmap#+
   OEMStringArray+ PauseAfterReset# PowerManagementCapabilities#+ PowerManagementSupported?
   PowerOnPasswordStatus# PowerState# PowerSupplyState# PrimaryOwnerContact PrimaryOwnerName ResetCapability#
   ResetCount# ResetLimit# *Roles+ *Status SupportContactDescription+ *SystemStartupDelay# SystemStartupOptions+
   SystemStartupSetting# *SystemType ThermalState# TotalPhysicalMemory# *UserName WakeUpType#`,
  `Win32_OperatingSystem = Operating System: *BootDevice *BuildNumber BuildType *Caption CodeSet *CountryCode
   CreationClassName CSCreationClassName *CSDVersion CSName CurrentTimeZone# *Description Distributed?
   ForegroundApplicationBoost# *FreePhysicalMemory# FreeSpaceInPagingFiles# FreeVirtualMemory# *InstallDate@
   *LastBootUpTime@ LocalDateTime@ *Locale *Manufacturer MaxNumberOfProcesses# MaxProcessMemorySize# *Name!
   NumberOfLicensedUsers# NumberOfProcesses# NumberOfUsers# *Organization *OSLanguage# OSProductSuite# OSType#
   OtherTypeDescription PlusProductID PlusVersionNumber Primary? QuantumLength# QuantumType# *RegisteredUser
   SerialNumber ServicePackMajorVersion# ServicePackMinorVersion# SizeStoredInPagingFiles# Status SystemDevice
   *SystemDirectory *TotalVirtualMemorySize# *TotalVisibleMemorySize# TotalSwapSpaceSize# *Version
   *WindowsDirectory`,
  `Win32_BIOS = PC BIOS: BiosCharacteristics#+ *BuildNumber Caption CodeSet CurrentLanguage *Description
   IdentificationCode InstallableLanguages# InstallDate@ LanguageEdition ListOfLanguages+ *Manufacturer *Name!
   OtherTargetOS PrimaryBIOS? *ReleaseDate@ *SerialNumber *SMBIOSBIOSVersion SMBIOSMajorVersion#
   SMBIOSMinorVersion# SMBIOSPresent? *SoftwareElementID SoftwareElementState# Status TargetOperatingSystem#
   *Version`,
  `Win32_Processor = Processor: AddressWidth# *Architecture# Availability# Caption ConfigManagerErrorCode#
   ConfigManagerUserConfig? CpuStatus# CreationClassName *CurrentClockSpeed# CurrentVoltage# DataWidth#
   *Description *DeviceID! ErrorCleared? ErrorDescription ExtClock# *Family# InstallDate@ L2CacheSize#
   L2CacheSpeed# LastErrorCode# Level# LoadPercentage# *Manufacturer *MaxClockSpeed# *Name NormSpeed#
   OtherFamilyDescription PNPDeviceID PowerManagementCapabilities#+ PowerManagementSupported? *ProcessorId
   *ProcessorType# *Revision# Role *SocketDesignation *Status StatusInfo# *Stepping SystemName UniqueId
   UpgradeMethod# Version VoltageCaps#`,
  `Win32_DiskDrive = Disk: Availability# BytesPerSector# Capabilities#+ Caption CompressionMethod
   ConfigManagerErrorCode# ConfigManagerUserConfig? CreationClassName DefaultBlockSize# *Description *DeviceID!
   ErrorCleared? ErrorDescription ErrorMethodology *Index# InstallDate@ *InterfaceType LastErrorCode#
   *Manufacturer MaxBlockSize# MaxMediaSize# MediaLoaded? *MediaType MinBlockSize# *Model *Name NeedsCleaning?
   NumberOfMediaSupported# *Partitions# PNPDeviceID PowerManagementCapabilities#+ PowerManagementSupported?
   *SCSIBus# *SCSILogicalUnit# *SCSIPort# *SCSITargetId# SectorsPerTrack# *Size# Status StatusInfo# *SystemName
   TotalCylinders# TotalHeads# TotalSectors# TotalTracks# TracksPerCylinder#`,
  `Win32_DiskPartition = Partition: Access# Availability# BlockSize# *Bootable? *BootPartition? Caption
   ConfigManagerErrorCode# ConfigManagerUserConfig? CreationClassName *Description *DeviceID! DiskIndex#
   ErrorCleared? ErrorDescription ErrorMethodology HiddenSectors# Index# InstallDate@ LastErrorCode# *Name
   NumberOfBlocks# PNPDeviceID PrimaryPartition? Purpose RewritePartition? *Size# *StartingOffset# Status
   StatusInfo# *SystemName *Type`,
  `Win32_LogicalDisk = Logical Disk: Access# Availability# BlockSize# *Caption Compressed?
   ConfigManagerErrorCode# ConfigManagerUserConfig? CreationClassName *Description *DeviceID! *DriveType#
   ErrorCleared? ErrorDescription ErrorMethodology *FileSystem *FreeSpace# InstallDate@ LastErrorCode#
   MaximumComponentLength# *MediaType# *Name NumberOfBlocks# PNPDeviceID PowerManagementSupported? *ProviderName
   Purpose *Size# Status StatusInfo# SupportsFileBasedCompression? *SystemName *VolumeName *VolumeSerialNumber`,
  `Win32_CDROMDrive = CD-ROM: Availability# Capabilities#+ Caption CompressionMethod ConfigManagerErrorCode#
   CreationClassName DefaultBlockSize# *Description *DeviceID! *Drive DriveIntegrity? ErrorCleared?
   FileSystemFlags# Id *Manufacturer MaximumComponentLength# MaxMediaSize# MediaLoaded? *MediaType
   MfrAssignedRevisionLevel *Name NumberOfMediaSupported# PNPDeviceID RevisionLevel *SCSITargetId# Size# Status
   *SystemName TransferRate# VolumeName VolumeSerialNumber`,
  `Win32_NetworkAdapter = Network Adapter: *AdapterType AutoSense? Availability# Caption ConfigManagerErrorCode#
   CreationClassName *Description *DeviceID! ErrorCleared? ErrorDescription Index# InstallDate@ Installed?
   LastErrorCode# *MACAddress *Manufacturer MaxNumberControlled# MaxSpeed# *Name NetworkAddresses+
   PermanentAddress PNPDeviceID PowerManagementSupported? *ProductName *ServiceName Speed# *Status StatusInfo#
   SystemName TimeOfLastReset@`,
  `Win32_NetworkAdapterConfiguration = Network Adapter Configuration: ArpAlwaysSourceRoute? ArpUseEtherSNAP?
   Caption DatabasePath DeadGWDetectEnabled? *DefaultIPGateway+ DefaultTOS# DefaultTTL# Description *DHCPEnabled?
   DHCPLeaseExpires@ DHCPLeaseObtained@ *DHCPServer *DNSDomain DNSDomainSuffixSearchOrder+
   DNSEnabledForWINSResolution? *DNSHostName DNSServerSearchOrder+ ForwardBufferMemory# GatewayCostMetric#+
   IGMPLevel# *Index#! *IPAddress+ *IPEnabled? IPFilterSecurityEnabled? IPPortSecurityEnabled?
   IPSecPermitIPProtocols+ *IPSubnet+ IPUseZeroBroadcast? IPXAddress IPXEnabled? IPXFrameType#+ IPXMediaType#
   IPXNetworkNumber+ IPXVirtualNetNumber KeepAliveInterval# KeepAliveTime# *MACAddress MTU# NumForwardPackets#
   PMTUBHDetectEnabled? PMTUDiscoveryEnabled? *ServiceName SettingID TcpMaxConnectRetransmissions#
   TcpMaxDataRetransmissions# TcpNumConnections# TcpWindowSize# WINSEnableLMHostsLookup? WINSHostLookupFile
   WINSPrimaryServer WINSScopeID WINSSecondaryServer`,
  `Win32_NetworkClient = Network Client: Caption *Description InstallDate@ *Manufacturer *Name! *Status`,
  `Win32_NetworkProtocol = Network Protocol: Caption ConnectionlessService? Description GuaranteesDelivery?
   GuaranteesSequencing? InstallDate@ MaximumAddressSize# MaximumMessageSize# MessageOriented?
   MinimumAddressSize# Name! PseudoStreamOriented? Status SupportsBroadcasting? SupportsConnectData?
   SupportsEncryption? SupportsMulticasting?`,
  `Win32_NetworkConnection = Network Connection: AccessMask# Comment ConnectionState ConnectionType Description
   DisplayType LocalName Name! ProviderName RemoteName`,
  `Win32_VideoController = Video Controller: AcceleratorCapabilities#+ *AdapterChipType *AdapterCompatibility
   *AdapterDACType *AdapterRAM# Availability# Caption ColorTableEntries# CurrentBitsPerPixel#
   *CurrentHorizontalResolution# *CurrentVerticalResolution# CurrentNumberOfColors# CurrentNumberOfColumns#
   CurrentNumberOfRows# *CurrentRefreshRate# *CurrentScanMode# *Description *DeviceID! DeviceSpecificPens#
   DitherType# *DriverDate@ *DriverVersion InfFilename InfSection *InstalledDisplayDrivers MaxMemorySupported#
   MaxRefreshRate# Monochrome? *Name NumberOfColorPlanes# PNPDeviceID ProtocolSupported# SpecificationVersion
   Status SystemName TimeOfLastReset@ VideoArchitecture# VideoMemoryType# VideoMode# *VideoModeDescription
   VideoProcessor`,
  `Win32_DesktopMonitor = Desktop Monitor: Availability# Bandwidth# Caption *Description *DeviceID! *DisplayType
   ErrorCleared? IsLocked? LastErrorCode# *MonitorManufacturer *MonitorType *Name *PixelsPerXLogicalInch#
   *PixelsPerYLogicalInch# PNPDeviceID *ScreenHeight# *ScreenWidth# Status SystemName`,
  `Win32_PnPEntity = PnP Device Driver: Availability# Caption ClassGuid ConfigManagerErrorCode# CreationClassName
   Description DeviceID! ErrorCleared? InstallDate@ LastErrorCode# Manufacturer Name PNPDeviceID Service Status
   SystemName`,
  `Win32_Share = Shares: AccessMask# AllowMaximum? Caption Description InstallDate@ MaximumAllowed# Name! Path
   Status Type#`,
  `Win32_Environment = Environment: Caption Description InstallDate@ Name! Status SystemVariable? UserName!
   VariableValue`,
  `Win32_Service = Services: AcceptPause? AcceptStop? Caption CheckPoint# CreationClassName Description
   *DisplayName DesktopInteract? ErrorControl ExitCode# InstallDate@ *Name! *PathName ProcessId#
   ServiceSpecificExitCode# *ServiceType Started? *StartMode *StartName *State *Status SystemName TagId#
   WaitHint#`,
  `Win32_SystemDriver = System Drivers: AcceptPause? AcceptStop? Caption CreationClassName Description
   DesktopInteract? DisplayName ErrorControl ExitCode# InstallDate@ Name! PathName ServiceSpecificExitCode#
   ServiceType Started? StartMode StartName State Status SystemName TagId#`,
  `Win32_Process = Processes: Caption CreationDate@ Description ExecutablePath Handle! HandleCount#
   KernelModeTime# Name PageFaults# PageFileUsage# ParentProcessId# PeakWorkingSetSize# Priority# ProcessId#
   SessionId# ThreadCount# UserModeTime# WindowsVersion WorkingSetSize#`,
  `Win32_Keyboard = Keyboard Device: Availability# Caption *Description *DeviceID! IsLocked? *Layout *Name
   *NumberOfFunctionKeys# Password# PNPDeviceID Status SystemName`,
  `Win32_PointingDevice = Pointing Device: Availability# Caption *Description *DeviceID! DeviceInterface#
   DoubleSpeedThreshold# *Handedness# *HardwareType InfFileName InfSection IsLocked? *Manufacturer *Name
   *NumberOfButtons# PNPDeviceID *PointingType# QuadSpeedThreshold# Resolution# SampleRate# Status SystemName`,
  `Win32_SoundDevice = Sound Devices: Availability# Caption Description *DeviceID! DMABufferSize# *Manufacturer
   MPU401Address# *Name PNPDeviceID *ProductName Status SystemName`,
  `Win32_SCSIController = SCSI Controller: Availability# Caption ControllerTimeouts# *Description *DeviceID!
   *DriverName HardwareVersion Index# *Manufacturer MaxDataWidth# MaxNumberControlled# MaxTransferRate# *Name
   PNPDeviceID ProtectionManagement# ProtocolSupported# Status SystemName`,
  `Win32_IDEController = IDE Controller: Availability# Caption *Description *DeviceID! *Manufacturer
   MaxNumberControlled# *Name PNPDeviceID ProtocolSupported# Status SystemName TimeOfLastReset@`,
  `Win32_ParallelPort = Parallel Port: Availability# Capabilities#+ Caption *Description *DeviceID! DMASupport?
   MaxNumberControlled# *Name OSAutoDiscovered? PNPDeviceID ProtocolSupported# Status SystemName`,
  `Win32_SerialPort = Serial Ports: Availability# Binary? Caption Description DeviceID! MaxBaudRate#
   MaximumInputBufferSize# MaximumOutputBufferSize# Name PNPDeviceID ProviderType SettableBaudRate?
   SettableDataBits? SettableFlowControl? SettableParity? Status SupportsDTRDSR? SupportsRTSCTS? SystemName`,
  `Win32_POTSModem = Modem: AnswerMode# AttachedTo Availability# BlindOff Caption CompressionOff
   ConfigurationDialog CountrySelected *Description *DeviceID! *DeviceType DialPrefix DialType# DriverDate@
   ErrorControlOff InactivityTimeout# *MaxBaudRateToPhone# *MaxBaudRateToSerialPort# *Model ModemInfPath *Name
   PNPDeviceID ProviderName Status SystemName VoiceSwitchFeature`,
  `Win32_Printer = Printer Device: Attributes# Availability# AvailableJobSheets+ AveragePagesPerMinute#
   Capabilities#+ Caption Comment DefaultPriority# Description DetectedErrorState# DeviceID! DriverName
   HorizontalResolution# JobCountSinceLastReset# Location Name Parameters PNPDeviceID PortName PrinterStatus#
   PrintJobDataType PrintProcessor SeparatorFile ServerName ShareName Status SystemName VerticalResolution#`,
  `Win32_Printerconfiguration = Printer Configuration: BitsPerPel# Caption Collate? Color# Copies# Description
   DeviceName DisplayFlags# DriverVersion# Duplex? FormName HorizontalResolution# LogPixels# MediaType# Name!
   Orientation# PaperLength# PaperSize PaperWidth# PrintQuality# Scale# TTOption# VerticalResolution#
   XResolution# YResolution#`,
  `Win32_LogicalMemoryConfiguration = PC Memory: *AvailableVirtualMemory# Caption Description *Name! SettingID
   *TotalPageFileSpace# *TotalPhysicalMemory# *TotalVirtualMemory#`,
  `Win32_MemoryDevice = Memory Device: Access# Availability# BlockSize# Caption Description DeviceID!
   EndingAddress# ErrorGranularity# ErrorInfo# Name NumberOfBlocks# StartingAddress# Status SystemName`,
  `Win32_PageFile = Page File: Caption Compressed? CreationDate@ Description Drive Encrypted? FileSize#
   InitialSize# MaximumSize# Name! Readable?`,
  `Win32_TimeZone = Time Zone: Bias# Caption DaylightBias# DaylightDay# DaylightHour# DaylightMonth# DaylightName
   Description SettingID StandardBias# StandardDay# StandardHour# StandardMonth# StandardName!`,
  `Win32_IRQResource = IRQ Table: Availability# Caption Description Hardware? IRQNumber#! Name Shareable? Status
   TriggerLevel# TriggerType# Vector#`,
  `Win32_DMAChannel = DMA Channel: AddressSize# Availability# BurstMode? ByteMode# Caption ChannelTiming#
   Description DMAChannel#! MaxTransferSize# Name`,
  `Win32_UserAccount = User Account: AccountType# Caption Description Disabled? Domain! FullName Lockout? Name!
   PasswordChangeable? PasswordRequired? SID`,
  `Win32_Group = Groups: Caption Description Domain! InstallDate@ Name! SID SIDType# Status`,
  `Win32_NTLogEvent = NT Log Event: Category# CategoryString ComputerName Data#+ EventCode# EventIdentifier#
   EventType# InsertionStrings+ Logfile! Message RecordNumber#! SourceName TimeGenerated@ TimeWritten@ Type User`,
  `Win32_Registry = Registry: Caption CurrentSize# Description InstallDate@ MaximumSize# Name! ProposedSize#
   Status`,
];
